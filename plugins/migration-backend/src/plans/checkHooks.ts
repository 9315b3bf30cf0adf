/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  HookInput,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { itineraries } from '../engine/itineraries';
import { placeOf } from '../hooks/placeOf';

/** Before these the destination has what it had before; after them the plan's own accounts are there. */
const beforeObjects = [
  'PreStage',
  'PostStage',
  'PreBackup',
  'PreQuiesce',
  'PostBackup',
  'PreRestore',
];

/** What would keep a plan's hooks from running. */
export async function checkHooks(
  input: PlanInput,
  clusters: Record<'source' | 'destination', ClusterClient>,
  find: (hook: string) => Promise<HookInput | undefined>,
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  const type = input.type ?? 'full';
  const phases = new Set(
    Object.values(itineraries[type])
      .flat()
      .map(({ name }) => name),
  );
  const mappings = input.namespaces.map(({ source, destination }) => ({
    source,
    destination: destination ?? source,
  }));
  for (const [index, entry] of (input.hooks ?? []).entries()) {
    const field = `hooks[${index}]`;
    if (!phases.has(`${entry.phase}Hooks`)) {
      conditions.push({
        type: 'HookPhaseIllegal',
        category: 'Critical',
        field: `${field}.phase`,
        message: `A plan of type ${type} has no moment ${entry.phase}, and the hook would never run. Choose another phase for it.`,
      });
    }
    const hook = await find(entry.hook);
    if (!hook) {
      conditions.push({
        type: 'HookNotFound',
        category: 'Critical',
        field: `${field}.hook`,
        message: `There is no hook named ${entry.hook}. Register it, or take it out of the plan.`,
      });
      continue;
    }
    if (hook.kind === 'http') {
      continue;
    }
    const { side, namespace, mapping } = placeOf(entry, mappings);
    if (!mapping) {
      conditions.push({
        type: 'HookNamespaceNotInPlan',
        category: 'Critical',
        field: `${field}.namespace`,
        message: `Namespace ${namespace} is none of the plan's on the ${side}, and what a hook leaves there would not be found again. Choose one of the plan's.`,
      });
      continue;
    }
    if (entry.phase === 'PostRollback' && side === 'destination') {
      conditions.push({
        type: 'HookClusterIllegal',
        category: 'Critical',
        field: `${field}.cluster`,
        message: `After a rollback namespace ${namespace} of the destination may be gone, and the hook would have no place. Let it run on the source.`,
      });
    }
    conditions.push(
      ...(await checkAccount(entry, field, side, mapping, clusters, type)),
    );
  }
  return conditions;
}

async function checkAccount(
  { phase, serviceAccount }: NonNullable<PlanInput['hooks']>[number],
  field: string,
  side: 'source' | 'destination',
  mapping: { source: string; destination: string },
  clusters: Record<'source' | 'destination', ClusterClient>,
  type: string,
): Promise<Condition[]> {
  if (serviceAccount === undefined || serviceAccount === 'default') {
    return [];
  }
  const exists = async (on: 'source' | 'destination') =>
    (await clusters[on].get({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      namespace: mapping[on],
      name: serviceAccount,
    })) !== undefined;
  const comes =
    side === 'destination' && type === 'full' && !beforeObjects.includes(phase);
  if ((await exists(side)) || (comes && (await exists('source')))) {
    return [];
  }
  return [
    {
      type: 'HookServiceAccountNotFound',
      category: 'Critical',
      field: `${field}.serviceAccount`,
      message: `There is no service account ${mapping[side]}/${serviceAccount} on ${clusters[side].name} that the hook could run as in ${phase}. Create it, or name another one.`,
      object: {
        cluster: clusters[side].name,
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        namespace: mapping[side],
        name: serviceAccount,
      },
    },
  ];
}
