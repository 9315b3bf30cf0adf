/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ItineraryName,
  MigrationType,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { PlanSnapshot, planTypeOf } from '../database/migrationRecord';
import { Phase } from './Phase';
import { applyObjects } from './phases/applyObjects';
import { bulkVolumePass, finalVolumePass } from './phases/volumePass';
import { copyImages } from './phases/copyImages';
import { cleanUpImages } from './phases/cleanUpImages';
import { cleanUpVolumes } from './phases/cleanUpVolumes';
import { createDestinationClaims } from './phases/createDestinationClaims';
import { createImageStreams } from './phases/createImageStreams';
import { createProbedNamespaces } from './phases/createProbedNamespaces';
import { createDestinationNamespaces } from './phases/createDestinationNamespaces';
import { endMovers } from './phases/endMovers';
import { exportObjects } from './phases/exportObjects';
import { inspectImages } from './phases/inspectImages';
import { measureVolumes } from './phases/measureVolumes';
import { probeNetworkPhase } from './phases/probeNetwork';
import { prepareVolumes } from './phases/prepareVolumes';
import { quiesceDestination } from './phases/quiesceDestination';
import { quiesceSource } from './phases/quiesceSource';
import { removeCopiedImages } from './phases/removeCopiedImages';
import { removeDestinationObjects } from './phases/removeDestinationObjects';
import { removeProbedNamespaces } from './phases/removeProbedNamespaces';
import { removeHelpersPhase } from './phases/removeHelpers';
import { restoreSource } from './phases/restoreSource';
import { runHooks } from './phases/runHooks';
import { startConverted } from './phases/startConverted';
import { startDestination } from './phases/startDestination';
import {
  swapBackClaimReferences,
  swapClaimReferences,
} from './phases/swapClaimReferences';
import { validate } from './phases/validate';
import { verifyBulkPass } from './phases/verifyBulkPass';
import { verifyConverted } from './phases/verifyConverted';
import { verifyHealth } from './phases/verifyHealth';
import { verifyImages } from './phases/verifyImages';
import { verifyObjects } from './phases/verifyObjects';
import { verifySource } from './phases/verifySource';
import { verifyVolumes } from './phases/verifyVolumes';
import { waitForWriters } from './phases/waitForWriters';

type Itineraries = Record<ItineraryName, Phase[]>;

const preBackup = runHooks('PreBackup', 'Prepare');
const preQuiesce = runHooks('PreQuiesce', 'Quiesce');
const postBackup = runHooks('PostBackup', 'Verify');
const preRestore = runHooks('PreRestore', 'Restore');
/** From here on the application runs at its destination. */
const postRestore = runHooks('PostRestore', 'Start');
const smokeCheck = runHooks('SmokeCheck', 'Start');
const postVerify = runHooks('PostVerify', 'Start');
const preRollback = runHooks('PreRollback', 'Rollback');
const postRollback = runHooks('PostRollback', 'Rollback');

/** Namespaces of both sides are there when the first hooks run. */
const prepare = [validate, measureVolumes, createDestinationNamespaces];
/** Before volumes, because an image that cannot come is known soonest. Their helpers need the namespaces. */
const images = [inspectImages, createImageStreams, copyImages, verifyImages];
const copy = [
  ...images,
  createDestinationClaims,
  prepareVolumes,
  bulkVolumePass,
];

/** Nothing is read for the last time before the last writer has ended. */
const lastPass = [verifyBulkPass, preQuiesce, quiesceSource, waitForWriters];

const stage = [
  ...prepare,
  runHooks('PreStage', 'Prepare'),
  ...copy,
  runHooks('PostStage', 'Copy'),
  cleanUpVolumes,
  cleanUpImages,
  removeHelpersPhase,
];

/** Of a probe, whatever became of it: it stopped nothing, so it starts nothing. */
const afterProbe = [removeHelpersPhase, removeProbedNamespaces];
const networkProbe = [createProbedNamespaces, probeNetworkPhase, ...afterProbe];

/** Ordered phases; the order is design.md 5 and invariants 1 and 2. */
const full: Itineraries = {
  stage,
  networkProbe,
  cutover: [
    ...prepare,
    preBackup,
    ...copy,
    ...lastPass,
    exportObjects,
    finalVolumePass,
    verifyVolumes,
    postBackup,
    endMovers,
    preRestore,
    applyObjects,
    verifyObjects,
    startDestination,
    postRestore,
    verifyHealth,
    smokeCheck,
    postVerify,
    cleanUpVolumes,
    cleanUpImages,
    removeHelpersPhase,
  ],
  rollback: [
    preRollback,
    quiesceDestination,
    // its mover runs in a namespace that goes with the objects
    removeCopiedImages,
    removeDestinationObjects,
    restoreSource,
    verifySource,
    cleanUpVolumes,
    cleanUpImages,
    removeHelpersPhase,
    postRollback,
  ],
  cancel: [
    removeHelpersPhase,
    removeDestinationObjects,
    restoreSource,
    verifySource,
    cleanUpVolumes,
    cleanUpImages,
  ],
  failed: [
    endMovers,
    restoreSource,
    verifySource,
    cleanUpVolumes,
    cleanUpImages,
    removeHelpersPhase,
  ],
};

/** Data only: the source stays stopped, because who starts the application on the new claims is not this plan. */
const state: Itineraries = {
  ...full,
  cutover: [
    ...prepare,
    preBackup,
    ...copy,
    ...lastPass,
    finalVolumePass,
    verifyVolumes,
    postBackup,
    endMovers,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
};

/** Within a namespace: the same workloads go on with other claims. */
const storageConversion: Itineraries = {
  stage,
  networkProbe,
  cutover: [
    ...prepare,
    preBackup,
    ...copy,
    ...lastPass,
    finalVolumePass,
    verifyVolumes,
    postBackup,
    endMovers,
    preRestore,
    swapClaimReferences,
    startConverted,
    postRestore,
    verifyConverted,
    smokeCheck,
    postVerify,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
  rollback: [
    preRollback,
    quiesceSource,
    waitForWriters,
    swapBackClaimReferences,
    restoreSource,
    verifySource,
    removeDestinationObjects,
    cleanUpVolumes,
    removeHelpersPhase,
    postRollback,
  ],
  cancel: [
    removeHelpersPhase,
    swapBackClaimReferences,
    restoreSource,
    verifySource,
    removeDestinationObjects,
    cleanUpVolumes,
  ],
  failed: [
    endMovers,
    swapBackClaimReferences,
    restoreSource,
    verifySource,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
};

export const itineraries: Record<PlanType, Itineraries> = {
  full,
  state,
  storageConversion,
};

/** Those of its phases that the plan has, in order. */
export function phasesOf(
  plan: Pick<PlanSnapshot, 'input'>,
  itinerary: ItineraryName,
  type?: MigrationType,
): Phase[] {
  if (type === 'networkProbe' && itinerary !== type) {
    return afterProbe;
  }
  return itineraries[planTypeOf(plan)][itinerary].filter(
    phase => phase.appliesTo?.(plan) ?? true,
  );
}

/** From here on a failed cutover stops and asks instead of starting the source again (invariant 8). */
export const pointsOfNoReturn = [startDestination.name, startConverted.name];
