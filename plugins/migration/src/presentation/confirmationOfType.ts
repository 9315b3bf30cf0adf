/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, PlanAction } from '@namespace-migration/plugin-migration-common';
import type { Translate } from '../translation';
import type { Confirmation } from './confirmations';
import { volumesCopied } from './volumesCopied';

/** What a person confirms for plans that bring no objects; undefined for what is the same for all types. */
export function confirmationOfType(
  action: PlanAction['type'],
  plan: Plan,
  t: Translate,
): Confirmation | undefined {
  return plan.type === 'storageConversion'
    ? ofConversion(action, plan, t)
    : ofState(action, plan, t);
}

function ofConversion(
  action: PlanAction['type'],
  plan: Plan,
  t: Translate,
): Confirmation | undefined {
  const { source } = plan;
  const count = volumesCopied(plan);
  switch (action) {
    case 'stage':
      return {
        title: t('confirmations.storageConversion.stage.title', { source }),
        happens: [
          t('confirmations.storageConversion.stage.copied', { count }),
          t('confirmations.storageConversion.stage.keepsRunning'),
          t('confirmations.stageAgain'),
        ],
        button: t('confirmations.stageButton'),
      };
    case 'cutover':
      return {
        title: t('confirmations.storageConversion.cutover.title', {
          count,
          source,
        }),
        happens: [
          t('confirmations.storageConversion.cutover.copied'),
          t('confirmations.storageConversion.cutover.stopped'),
          t('confirmations.restCopied', { count }),
          t('confirmations.storageConversion.cutover.started'),
          t('confirmations.storageConversion.cutover.kept'),
        ],
        button: t('confirmations.storageConversion.cutover.button'),
      };
    case 'rollback': {
      const live = plan.live === 'destination';
      const kept = plan.options?.keepDestinationVolumesOnRollback;
      return {
        title: t('confirmations.storageConversion.rollback.title'),
        happens: [
          ...(live
            ? [t('confirmations.storageConversion.rollback.stopped')]
            : []),
          t(
            `confirmations.storageConversion.rollback.${
              kept ? 'swappedKept' : 'swapped'
            }`,
          ),
          t(
            `confirmations.storageConversion.rollback.${
              live ? 'started' : 'left'
            }`,
          ),
        ],
        consent: live
          ? t('confirmations.storageConversion.rollback.consent')
          : undefined,
        button: t('confirmations.rollbackButton'),
      };
    }
    default:
      return undefined;
  }
}

function ofState(
  action: PlanAction['type'],
  plan: Plan,
  t: Translate,
): Confirmation | undefined {
  const { source, destination } = plan;
  const count = volumesCopied(plan);
  switch (action) {
    case 'cutover':
      return {
        title: t('confirmations.state.cutover.title', { count, destination }),
        happens: [
          t('confirmations.copiedWhileRunning', { source }),
          t('confirmations.state.cutover.stopped', { source }),
          t('confirmations.restCopied', { count }),
          t('confirmations.state.cutover.nothingStarted', { destination }),
        ],
        button: t('confirmations.state.cutover.button'),
      };
    case 'rollback': {
      const kept = plan.options?.keepDestinationVolumesOnRollback;
      return {
        title: t('confirmations.state.rollback.title', { destination }),
        happens: [
          t(
            `confirmations.state.rollback.${
              kept ? 'claimsKept' : 'claimsDeleted'
            }`,
            { destination },
          ),
          t('confirmations.state.rollback.started', { source }),
        ],
        consent:
          plan.state === 'Migrated'
            ? t('confirmations.state.rollback.consent', { destination })
            : undefined,
        button: t('confirmations.rollbackButton'),
      };
    }
    default:
      return undefined;
  }
}
