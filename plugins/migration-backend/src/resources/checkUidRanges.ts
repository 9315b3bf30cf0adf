/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { rangeAnnotations } from './namespaceFor';

/** OpenShift's ranges of a namespace that is kept must be nobody else's on the destination, or both may read each other's files. */
export async function checkUidRanges(
  namespaces: Array<{ source: string; destination: string }>,
  ranges: 'keep' | 'assign',
  source: ClusterClient,
  destination: ClusterClient,
): Promise<Condition[]> {
  const type = { apiVersion: 'v1', kind: 'Namespace' };
  const conditions: Condition[] = [];
  let there: KubernetesObject[] | undefined;
  for (const mapping of namespaces) {
    const original = await source.get({ ...type, name: mapping.source });
    if (!original || !rangeOf(original)) {
      continue;
    }
    there ??= await destination.list(type);
    conditions.push(
      ...rangeConditions(
        original,
        mapping.destination,
        ranges,
        // on the same cluster the namespace that is moved has it, and is left by its pods
        there.filter(
          ({ metadata }) =>
            source.server !== destination.server ||
            metadata.name !== mapping.source,
        ),
        destination.name,
      ),
    );
  }
  return conditions;
}

/** Pure. */
export function rangeConditions(
  original: KubernetesObject,
  destinationName: string,
  ranges: 'keep' | 'assign',
  there: KubernetesObject[],
  cluster: string,
): Condition[] {
  const object = { cluster, apiVersion: 'v1', kind: 'Namespace' };
  const own = there.find(({ metadata }) => metadata.name === destinationName);
  const differing = rangeAnnotations.filter(
    annotation =>
      own?.metadata.annotations?.[annotation] !== undefined &&
      own.metadata.annotations[annotation] !==
        original.metadata.annotations?.[annotation],
  );
  if (differing.length > 0) {
    return [
      {
        type: 'UidRangeDiffers',
        category: 'Warn',
        message: `Namespace ${destinationName} exists on cluster ${cluster} with another ${differing.join(
          ', ',
        )} than on the source, so that its pods may not read files as they are owned. Give it the source's, or let the application change the owner.`,
        object: { ...object, name: destinationName },
      },
    ];
  }
  const range = rangeOf(original)!;
  if (ranges === 'assign' || own) {
    return [];
  }
  return there
    .filter(other => {
      const taken = rangeOf(other);
      return (
        taken !== undefined && taken.from <= range.to && range.from <= taken.to
      );
    })
    .map(({ metadata: { name } }) => ({
      type: 'UidRangeTaken',
      category: 'Warn' as const,
      message: `Namespace ${original.metadata.name} keeps its range of user ids, ${range.text}, which namespace ${name} of cluster ${cluster} has too: where they share storage, each may read the other's files. Choose objects.uidRange assign in the plan, or give ${name} another range.`,
      object: { ...object, name },
    }));
}

/** `first/count`, as in the annotation. */
function rangeOf({ metadata }: KubernetesObject) {
  const text = metadata.annotations?.[rangeAnnotations[0]];
  const parsed = /^(\d+)[/-](\d+)$/.exec(text ?? '');
  if (!text || !parsed) {
    return undefined;
  }
  const from = Number(parsed[1]);
  const to = text.includes('/')
    ? from + Number(parsed[2]) - 1
    : Number(parsed[2]);
  return { from, to, text };
}
