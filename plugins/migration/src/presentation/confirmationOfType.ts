/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, PlanAction } from '@namespace-migration/plugin-migration-common';
import type { Confirmation } from './confirmations';

/** What a person confirms for plans that bring no objects; undefined for what is the same for all types. */
export function confirmationOfType(
  action: PlanAction['type'],
  plan: Plan,
): Confirmation | undefined {
  return plan.type === 'storageConversion'
    ? ofConversion(action, plan)
    : ofState(action, plan);
}

const countOf = (plan: Plan) => {
  const count = plan.volumes.filter(({ action }) => action !== 'skip').length;
  return count === 1 ? 'one volume' : `${count} volumes`;
};

function ofConversion(
  action: PlanAction['type'],
  plan: Plan,
): Confirmation | undefined {
  const { source } = plan;
  const copied = countOf(plan);
  switch (action) {
    case 'stage':
      return {
        title: `Stage the conversion on ${source}?`,
        happens: [
          `The data of ${copied} is copied to new volumes in the same namespace.`,
          'The application keeps running on its old volumes; nothing of it is changed.',
          'Stage again at any time: only what changed is copied.',
        ],
        button: 'Stage',
      };
    case 'cutover':
      return {
        title: `Convert ${copied} on ${source}?`,
        happens: [
          'What changed since the last stage is copied while the application still runs.',
          'Every workload of the namespace is stopped, and nobody can use the application until it runs again.',
          `The rest of ${copied} is copied and both sides are compared.`,
          'Only if nothing differs, the workloads are changed to use the new volumes and started; StatefulSets and running Jobs are made anew for that. Otherwise they are started again on the old ones.',
          'The old volumes stay as they are until you delete them.',
        ],
        button: 'Stop the application and convert',
      };
    case 'rollback': {
      const live = plan.live === 'destination';
      return {
        title: 'Roll back to the old volumes?',
        happens: [
          ...(live ? ['The application is stopped.'] : []),
          `The workloads use their old volumes again, and the new ones are ${
            plan.options?.keepDestinationVolumesOnRollback ? 'kept' : 'deleted'
          }.`,
          live
            ? 'The application is started as it was recorded, with the data of the moment of the cutover.'
            : 'The application is left as it runs, or brought back to what was recorded.',
        ],
        consent: live
          ? 'I know that everything written since the cutover is lost.'
          : undefined,
        button: 'Roll back',
      };
    }
    default:
      return undefined;
  }
}

function ofState(
  action: PlanAction['type'],
  plan: Plan,
): Confirmation | undefined {
  const { source, destination } = plan;
  const copied = countOf(plan);
  switch (action) {
    case 'cutover':
      return {
        title: `Bring ${copied} to ${destination}?`,
        happens: [
          `What changed since the last stage is copied while the application still runs on ${source}.`,
          `The application on ${source} is stopped, and stays stopped until you roll back or start it yourself.`,
          `The rest of ${copied} is copied and both sides are compared.`,
          `Nothing is started on ${destination}: the plan brings the volumes only.`,
        ],
        button: 'Stop the application and copy',
      };
    case 'rollback':
      return {
        title: `Take back the volumes on ${destination}?`,
        happens: [
          `The claims that this plan made on ${destination} are ${
            plan.options?.keepDestinationVolumesOnRollback ? 'kept' : 'deleted'
          }; it waits while a pod uses one of them.`,
          `The application on ${source} is started as it was recorded.`,
        ],
        consent:
          plan.state === 'Migrated'
            ? `I know that everything written to these volumes on ${destination} is lost.`
            : undefined,
        button: 'Roll back',
      };
    default:
      return undefined;
  }
}
