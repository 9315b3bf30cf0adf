/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
  PreviewedObject,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { PlanSnapshot } from '../../database/migrationRecord';
import { concurrently } from '../../resources/concurrently';
import { namespaceFor } from '../../resources/namespaceFor';
import { PlannedObject, plannedPages } from '../../resources/planObjects';
import { waveOf } from '../../resources/waves';
import { dryRun } from './dryRun';

const AT_ONCE = 16;
const KEPT_TOGETHER = 96;

export interface PreviewOptions {
  plan: PlanSnapshot;
  source: ClusterClient;
  destination: ClusterClient;
  /** When it is aborted, its reason is thrown. */
  signal: AbortSignal;
  /** Takes what was found, in the order in which it would be applied. */
  keep(entries: PreviewedObject[], conditions: Condition[]): Promise<void>;
}

/** Asks the destination about every object of the plan, and holds few of them at a time. */
export async function runPreview(options: PreviewOptions): Promise<void> {
  const { plan, source, destination, signal, keep } = options;
  const namespaces = plan.input.namespaces.map(mapping => ({
    source: mapping.source,
    destination: mapping.destination ?? mapping.source,
  }));
  const { absent, planned } = await plannedNamespaces(options, namespaces);
  const tried = async (one: PlannedObject): Promise<PreviewedObject> => {
    signal.throwIfAborted();
    const { apiVersion, kind, metadata } = one.object;
    return {
      object: {
        cluster: destination.name,
        apiVersion,
        kind,
        namespace: metadata.namespace,
        name: metadata.name,
      },
      sourceNamespace: namespaces.find(
        mapping => mapping.destination === metadata.namespace,
      )?.source,
      action: one.action,
      wave: waveOf(kind),
      ...(await dryRun(one, { planId: plan.id, destination, absent })),
    };
  };
  await keep(await concurrently(AT_ONCE, planned, tried), []);
  for await (const page of plannedPages({
    plan,
    namespaces,
    source,
    destination,
  })) {
    signal.throwIfAborted();
    if (page.conditions.length > 0) {
      await keep([], page.conditions);
    }
    for (let at = 0; at < page.objects.length; at += KEPT_TOGETHER) {
      const part = page.objects.slice(at, at + KEPT_TOGETHER);
      await keep(await concurrently(AT_ONCE, part, tried), []);
    }
  }
  signal.throwIfAborted();
}

/** The namespaces that the plan creates or has created; `absent` are those that are not there yet. */
async function plannedNamespaces(
  { plan, source, destination }: PreviewOptions,
  namespaces: Array<{ source: string; destination: string }>,
): Promise<{ absent: Set<string>; planned: PlannedObject[] }> {
  const absent = new Set<string>();
  const planned: PlannedObject[] = [];
  for (const mapping of namespaces) {
    const key = { apiVersion: 'v1', kind: 'Namespace' };
    const [original, existing] = await Promise.all([
      source.get({ ...key, name: mapping.source }),
      destination.get({ ...key, name: mapping.destination }),
    ]);
    if (!existing) {
      absent.add(mapping.destination);
    }
    const ours =
      existing?.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === plan.id;
    if (original && (!existing || ours)) {
      planned.push({
        object: namespaceFor(
          original,
          mapping.destination,
          plan.input.objects?.uidRange,
        ),
        action: 'create',
        original,
      });
    }
  }
  return { absent, planned };
}
