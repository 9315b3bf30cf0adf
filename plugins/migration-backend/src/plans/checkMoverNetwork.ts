/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CheckResult,
  Condition,
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import isEqual from 'lodash/isEqual';
import { MigrationRecord, StoredMigration } from '../database/migrationRecord';

/**
 * What the last network probe of the plan says of its copies. It stands beside the checks of preflight, which only read:
 * this one makes pods, so that it is for a person to start.
 * @param probes newest first
 */
export function checkMoverNetwork(
  input: PlanInput,
  volumes: PlannedVolume[],
  probes: Array<Pick<StoredMigration, 'state' | 'plan' | 'record'>>,
): { checks: CheckResult[]; conditions: Condition[] } {
  if (!volumes.some(({ action }) => action === 'copy')) {
    return { checks: [], conditions: [] };
  }
  const last = probes.find(
    ({ state, plan }) =>
      ['Completed', 'Failed'].includes(state) &&
      isEqual(waysOf(plan.input), waysOf(input)),
  );
  const resultOf = (
    outcome: CheckResult['outcome'],
    conditions: Condition[] = [],
  ) => ({
    checks: [
      {
        name: 'MoverNetwork',
        title: 'Network between movers',
        outcome,
        conditions: conditions.length,
        seconds: 0,
      },
    ],
    conditions,
  });
  if (!last) {
    return resultOf('notMade');
  }
  if (last.state === 'Completed') {
    return resultOf('passed');
  }
  return resultOf('found', [
    {
      type: 'MoverNetworkFailed',
      category: 'Warn',
      message: `The last network probe of the plan failed: ${whyOf(
        last.record,
      )}. Open one of these ways, or set another ladder of endpoints in the cluster or the plan, and probe again.`,
    },
  ]);
}

/** What decides by which ways movers would go. */
function waysOf({ source, destination, namespaces, options }: PlanInput) {
  return { source, destination, namespaces, endpoints: options?.endpoints };
}

/** The ways that were tried; what else went wrong when it did not come to that. */
function whyOf({ networkProbe, conditions }: MigrationRecord): string {
  const tried = networkProbe?.namespaces
    .filter(({ endpoint }) => !endpoint)
    .flatMap(({ notChosen }) => notChosen);
  const why = tried?.length ? tried : conditions.map(({ message }) => message);
  return [...new Set(why)].join('; ').replace(/\.$/, '');
}
