/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookPhase,
  PlanHook,
} from '@namespace-migration/plugin-migration-common';

export interface Mapping {
  source: string;
  destination: string;
}

const onDestination: HookPhase[] = [
  'PreRestore',
  'PostRestore',
  'SmokeCheck',
  'PostVerify',
  'PreRollback',
];

/** Where a hook's pod runs, and the namespaces that it is told of: the mapping that its own belongs to. */
export function placeOf(
  { cluster, namespace, phase }: PlanHook,
  mappings: Mapping[],
): {
  side: 'source' | 'destination';
  namespace: string;
  /** Absent when the plan has no such namespace. */
  mapping?: Mapping;
} {
  const side =
    cluster ?? (onDestination.includes(phase) ? 'destination' : 'source');
  const mapping =
    namespace === undefined
      ? mappings[0]
      : mappings.find(candidate => candidate[side] === namespace);
  return { side, namespace: namespace ?? mappings[0][side], mapping };
}
