/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import type { Translate } from '../translation';
import type { PlanOfStatus } from './planStatus';

/** What to know or do next, where a plan that brings no objects differs from one that does. */
export function nextOfType(
  plan: PlanOfStatus,
  t: Translate,
): string | undefined {
  switch (plan.type) {
    case 'storageConversion':
      return ofConversion(plan, t);
    case 'state':
      return ofState(plan, t);
    default:
      return undefined;
  }
}

function ofConversion(plan: PlanOfStatus, t: Translate): string | undefined {
  const { state, live } = plan;
  switch (state) {
    case 'Ready':
    case 'Staging':
    case 'Staged':
    case 'Migrated':
    case 'RollingBack':
    case 'RolledBack':
      return t(`planStatus.storageConversion.${state}`);
    case 'CuttingOver':
      return t(`planStatus.storageConversion.CuttingOver.${live}`);
    case 'Failed':
      return live === 'none'
        ? undefined
        : t(`planStatus.storageConversion.Failed.${live}`, {
            what: t(
              `planStatus.what.${plan.lastMigration?.type ?? 'migration'}`,
            ),
          });
    default:
      return undefined;
  }
}

function ofState(plan: PlanOfStatus, t: Translate): string | undefined {
  const { state, source, destination } = plan;
  switch (state) {
    case 'CuttingOver':
      return t(
        `planStatus.state.CuttingOver.${
          plan.live === 'none' ? 'none' : 'other'
        }`,
        { source },
      );
    case 'Migrated':
    case 'RollingBack':
    case 'RolledBack':
      return t(`planStatus.state.${state}`, { source, destination });
    default:
      return undefined;
  }
}
