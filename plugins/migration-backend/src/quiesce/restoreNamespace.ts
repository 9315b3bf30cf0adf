/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { QUIESCED_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';
import { workloadKinds } from './index';
import { QuiescedObject } from './quiesceNamespace';
import { everyObject } from '../resources/rules/everyObject';
import { pod as podRule } from '../resources/rules/pod';

/** Makes the stopped objects what they were. May be repeated. An object that was deleted meanwhile is told in the result. */
export async function restoreObjects(
  cluster: ClusterClient,
  objects: QuiescedObject[],
): Promise<string[]> {
  const problems: string[] = [];
  // what was stopped last starts first
  for (const object of [...objects].reverse()) {
    const live = await cluster.get(object);
    if (object.kind === 'Pod') {
      if (live?.metadata.deletionTimestamp) {
        problems.push(
          `Pod ${object.namespace}/${object.name} is still terminating`,
        );
      } else if (!live) {
        await cluster.create(startable(object.before));
      }
      continue;
    }
    if (!live) {
      problems.push(
        `${object.kind} ${object.namespace}/${object.name} was deleted while it was quiesced`,
      );
      continue;
    }
    if (live.metadata.annotations?.[QUIESCED_ANNOTATION] === undefined) {
      continue;
    }
    await cluster.patch(object, restorePatchOf(object), { type: 'merge' });
  }
  return problems;
}

export function restorePatchOf(object: QuiescedObject): object {
  const workload = workloadKinds.find(({ kind }) => kind === object.kind);
  if (!workload) {
    throw new Error(`${object.kind} is no kind that is quiesced`);
  }
  const annotations = object.before.metadata.annotations ?? {};
  return {
    ...workload.restorePatch(object.before),
    metadata: {
      annotations: {
        [QUIESCED_ANNOTATION]: annotations[QUIESCED_ANNOTATION] ?? null,
      },
    },
  };
}

/** A bare pod's manifest without what the cluster gave it. */
export function startable(pod: KubernetesObject): KubernetesObject {
  const context = { namespaces: {}, storageClasses: {}, claims: {} };
  return podRule.apply(everyObject.apply(pod, context), context);
}

/** In what the objects differ from before they were stopped, as `Kind namespace/name pointer`. */
export async function differencesFromBefore(
  cluster: ClusterClient,
  objects: QuiescedObject[],
): Promise<string[]> {
  const differences: string[] = [];
  for (const object of objects) {
    const label = `${object.kind} ${object.namespace}/${object.name}`;
    const live = await cluster.get(object);
    if (!live) {
      differences.push(`${label} is absent`);
      continue;
    }
    const workload = workloadKinds.find(({ kind }) => kind === object.kind);
    const pointers = [
      '/metadata/annotations',
      '/metadata/labels',
      ...(workload?.fields ?? []),
    ];
    for (const pointer of pointers) {
      if (!isEqual(at(live, pointer), at(object.before, pointer))) {
        differences.push(`${label} ${pointer}`);
      }
    }
  }
  return differences;
}

/** Annotations that controllers keep up to date by themselves. */
const controllerAnnotations = [
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
];

function at(object: any, pointer: string): unknown {
  const value = pointer
    .slice(1)
    .split('/')
    .reduce((current, key) => current?.[key], object);
  if (pointer !== '/metadata/annotations') {
    return value;
  }
  const kept = Object.entries(value ?? {}).filter(
    ([key]) => !controllerAnnotations.includes(key),
  );
  return Object.fromEntries(kept);
}
