/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, PlanAction } from '@namespace-migration/plugin-migration-common';
import type { Translate } from '../translation';
import { confirmationOfType } from './confirmationOfType';
import { volumesCopied } from './volumesCopied';

export interface Confirmation {
  title: string;
  /** What will happen, in order. */
  happens: string[];
  /** Has to be ticked first, when something is lost for good. */
  consent?: string;
  button: string;
}

/** What is said before an action of a plan is started. */
export function confirmationOf(
  action: PlanAction['type'],
  plan: Plan,
  t: Translate,
): Confirmation {
  if (plan.type === 'state' || plan.type === 'storageConversion') {
    const confirmation = confirmationOfType(action, plan, t);
    if (confirmation) {
      return confirmation;
    }
  }
  const { source, destination } = plan;
  const count = volumesCopied(plan);
  const target = plan.namespaces
    .map(mapping => mapping.destination ?? mapping.source)
    .join(', ');
  switch (action) {
    case 'stage':
      return {
        title: t('confirmations.full.stage.title', { destination }),
        happens: [
          t('confirmations.full.stage.copied', { count, target, destination }),
          t('confirmations.full.stage.keepsRunning', { source }),
          t('confirmations.stageAgain'),
        ],
        button: t('confirmations.stageButton'),
      };
    case 'cutover':
      return {
        title: t('confirmations.full.cutover.title', { destination }),
        happens: [
          t('confirmations.copiedWhileRunning', { source }),
          t('confirmations.full.cutover.stopped', { source, destination }),
          t('confirmations.restCopied', { count }),
          t('confirmations.full.cutover.started', { source, destination }),
        ],
        button: t('confirmations.full.cutover.button'),
      };
    case 'rollback':
      return ofRollback(plan, target, t);
    case 'networkProbe':
      return {
        title: t('confirmations.networkProbe.title', { destination }),
        happens: [
          t('confirmations.networkProbe.pod', { target, source, destination }),
          t('confirmations.networkProbe.removed'),
        ],
        button: t('confirmations.networkProbe.button'),
      };
    default:
      return ofCancel(plan, t);
  }
}

function ofRollback(plan: Plan, target: string, t: Translate): Confirmation {
  const { source, destination } = plan;
  const live = plan.live === 'destination';
  const kept = plan.options?.keepDestinationVolumesOnRollback;
  return {
    title: t('confirmations.full.rollback.title', { source }),
    happens: [
      ...(live
        ? [t('confirmations.full.rollback.stopped', { destination })]
        : []),
      t(`confirmations.full.rollback.${kept ? 'deletedKept' : 'deleted'}`, {
        target,
        destination,
      }),
      t(`confirmations.full.rollback.${live ? 'started' : 'left'}`, { source }),
    ],
    consent: live
      ? t('confirmations.full.rollback.consent', { destination })
      : undefined,
    button: t('confirmations.rollbackButton'),
  };
}

function ofCancel(plan: Plan, t: Translate): Confirmation {
  if (plan.lastProbe && !plan.lastProbe.endedAt) {
    return {
      title: t('confirmations.cancel.titleProbe'),
      happens: [t('confirmations.cancel.probeRemoved')],
      button: t('confirmations.cancel.button'),
    };
  }
  const type = plan.lastMigration?.type;
  return {
    title: t(`confirmations.cancel.titles.${type ?? 'migration'}`),
    happens: [
      t('confirmations.cancel.stops'),
      t('confirmations.cancel.runsOn', {
        cluster: type === 'rollback' ? plan.destination : plan.source,
      }),
    ],
    button: t('confirmations.cancel.button'),
  };
}
