/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, PlanAction } from '@namespace-migration/plugin-migration-common';
import { confirmationOfType } from './confirmationOfType';

export interface Confirmation {
  title: string;
  /** What will happen, in order. */
  happens: string[];
  /** Has to be ticked first, when something is lost for good. */
  consent?: string;
  button: string;
}

/** What a person confirms before an action starts. */
export function confirmationOf(
  action: PlanAction['type'],
  plan: Plan,
): Confirmation {
  if (plan.type === 'state' || plan.type === 'storageConversion') {
    const confirmation = confirmationOfType(action, plan);
    if (confirmation) {
      return confirmation;
    }
  }
  const { source, destination } = plan;
  const volumes = plan.volumes.filter(
    volume => volume.action !== 'skip',
  ).length;
  const copied = volumes === 1 ? 'one volume' : `${volumes} volumes`;
  const target = plan.namespaces
    .map(mapping => mapping.destination ?? mapping.source)
    .join(', ');
  switch (action) {
    case 'stage':
      return {
        title: `Stage to ${destination}?`,
        happens: [
          `The data of ${copied} is copied to namespace ${target} on ${destination}.`,
          `The application keeps running on ${source}; nothing of it is changed.`,
          'Stage again at any time: only what changed is copied.',
        ],
        button: 'Stage',
      };
    case 'cutover':
      return {
        title: `Cut over to ${destination}?`,
        happens: [
          `What changed since the last stage is copied while the application still runs on ${source}.`,
          `The application on ${source} is stopped, and nobody can use it until it runs on ${destination}.`,
          `The rest of ${copied} is copied and both sides are compared.`,
          `Only if nothing differs, the application is started on ${destination}; otherwise it is started again on ${source}.`,
        ],
        button: 'Stop the application and cut over',
      };
    case 'rollback': {
      const live = plan.live === 'destination';
      return {
        title: `Roll back to ${source}?`,
        happens: [
          ...(live ? [`The application on ${destination} is stopped.`] : []),
          `What this plan created in namespace ${target} on ${destination} is deleted${
            plan.options?.keepDestinationVolumesOnRollback
              ? ', its volumes excepted.'
              : ', its volumes included.'
          }`,
          live
            ? `The application is started on ${source} as it was recorded, with the data of the moment of the cutover.`
            : `The application on ${source} is left as it runs, or brought back to what was recorded.`,
        ],
        consent: live
          ? `I know that everything written on ${destination} since the cutover is lost.`
          : undefined,
        button: 'Roll back',
      };
    }
    case 'networkProbe':
      return {
        title: `Probe the network to ${destination}?`,
        happens: [
          `A pod in namespace ${target} on ${destination} waits for pods on ${source} that try to reach it; a namespace that does not exist is made for that.`,
          'Nothing of the application is touched, and everything made for the probe is removed again.',
        ],
        button: 'Probe the network',
      };
    default:
      if (plan.lastProbe && !plan.lastProbe.endedAt) {
        return {
          title: 'Cancel the network probe?',
          happens: ['Everything that was made for it is removed.'],
          button: 'Cancel it',
        };
      }
      return {
        title: `Cancel the ${plan.lastMigration?.type ?? 'migration'}?`,
        happens: [
          'It stops at the next safe point and takes back what it changed.',
          `The application runs on ${
            plan.lastMigration?.type === 'rollback' ? destination : source
          } afterwards.`,
        ],
        button: 'Cancel it',
      };
  }
}
