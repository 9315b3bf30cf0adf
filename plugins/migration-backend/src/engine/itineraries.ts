/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ItineraryName,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { Phase } from './Phase';
import { applyObjects } from './phases/applyObjects';
import { bulkVolumePass, finalVolumePass } from './phases/volumePass';
import { cleanUpVolumes } from './phases/cleanUpVolumes';
import { createDestinationClaims } from './phases/createDestinationClaims';
import { createDestinationNamespaces } from './phases/createDestinationNamespaces';
import { endMovers } from './phases/endMovers';
import { exportObjects } from './phases/exportObjects';
import { measureVolumes } from './phases/measureVolumes';
import { prepareVolumes } from './phases/prepareVolumes';
import { quiesceDestination } from './phases/quiesceDestination';
import { quiesceSource } from './phases/quiesceSource';
import { removeDestinationObjects } from './phases/removeDestinationObjects';
import { removeHelpersPhase } from './phases/removeHelpers';
import { restoreSource } from './phases/restoreSource';
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
import { verifyObjects } from './phases/verifyObjects';
import { verifySource } from './phases/verifySource';
import { verifyVolumes } from './phases/verifyVolumes';
import { waitForWriters } from './phases/waitForWriters';

type Itineraries = Record<ItineraryName, Phase[]>;

const copy = [
  validate,
  measureVolumes,
  createDestinationNamespaces,
  createDestinationClaims,
  prepareVolumes,
  bulkVolumePass,
];

/** Nothing is read for the last time before the last writer has ended. */
const lastPass = [verifyBulkPass, quiesceSource, waitForWriters];

/** Ordered phases; the order is design.md 5 and invariants 1 and 2. */
const full: Itineraries = {
  stage: [...copy, cleanUpVolumes, removeHelpersPhase],
  cutover: [
    ...copy,
    ...lastPass,
    exportObjects,
    finalVolumePass,
    verifyVolumes,
    endMovers,
    applyObjects,
    verifyObjects,
    startDestination,
    verifyHealth,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
  rollback: [
    quiesceDestination,
    removeDestinationObjects,
    restoreSource,
    verifySource,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
  cancel: [
    removeHelpersPhase,
    removeDestinationObjects,
    restoreSource,
    verifySource,
    cleanUpVolumes,
  ],
  failed: [
    endMovers,
    restoreSource,
    verifySource,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
};

/** Data only: the source stays stopped, because who starts the application on the new claims is not this plan. */
const state: Itineraries = {
  ...full,
  cutover: [
    ...copy,
    ...lastPass,
    finalVolumePass,
    verifyVolumes,
    endMovers,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
};

/** Within a namespace: the same workloads go on with other claims. */
const storageConversion: Itineraries = {
  stage: full.stage,
  cutover: [
    ...copy,
    ...lastPass,
    finalVolumePass,
    verifyVolumes,
    endMovers,
    swapClaimReferences,
    startConverted,
    verifyConverted,
    cleanUpVolumes,
    removeHelpersPhase,
  ],
  rollback: [
    quiesceSource,
    waitForWriters,
    swapBackClaimReferences,
    restoreSource,
    verifySource,
    removeDestinationObjects,
    cleanUpVolumes,
    removeHelpersPhase,
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

/** From here on a failed cutover stops and asks instead of starting the source again (invariant 8). */
export const pointsOfNoReturn = [startDestination.name, startConverted.name];
