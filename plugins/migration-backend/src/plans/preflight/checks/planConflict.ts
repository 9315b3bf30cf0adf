/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  OtherPlan,
  PreflightCheck,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';

export const planConflict: PreflightCheck = {
  name: 'PlanConflict',
  title: 'Other plans for the same namespaces',
  // plans of single claims may well share a namespace
  appliesTo: type => type === 'full',
  async run(context) {
    return (await context.otherPlans()).flatMap(other =>
      conflictsWith(other, context),
    );
  },
};

/** MTC refuses plans that share a namespace and a cluster; here it is refused while the other one runs. */
export function conflictsWith(
  other: OtherPlan,
  { input, namespaces }: Pick<PreflightContext, 'input' | 'namespaces'>,
): Condition[] {
  const shared = (side: 'source' | 'destination') =>
    other[side] === input[side]
      ? namespaces
          .map(mapping => mapping[side])
          .filter(name =>
            other.namespaces.some(mapping => mapping[side] === name),
          )
      : [];
  const sources = shared('source');
  const destinations = shared('destination');
  const what = [
    ...sources.map(name => `namespace ${name} on cluster ${input.source}`),
    ...destinations.map(
      name => `namespace ${name} on cluster ${input.destination}`,
    ),
  ].join(' and ');
  if (!what) {
    return [];
  }
  if (other.running) {
    return [
      {
        type: 'PlanConflict',
        category: 'Critical',
        message: `Plan ${other.name} names ${what} too, and a ${other.running} of it is under way. Wait for its end, or cancel it.`,
      },
    ];
  }
  if (other.migratedAt && sources.length > 0) {
    return [
      {
        type: 'NamespaceMigratedBefore',
        category: 'Warn',
        message: `Plan ${other.name} has cut over ${what} at ${other.migratedAt}, so what is left there may be stopped and old. Migrate from where the application runs now, or roll that plan back first.`,
      },
    ];
  }
  return [
    {
      type: 'PlanConflict',
      category: 'Warn',
      message: `Plan ${other.name} names ${what} too, and only one of the plans can be carried out. Delete the one that is not needed.`,
    },
  ];
}
