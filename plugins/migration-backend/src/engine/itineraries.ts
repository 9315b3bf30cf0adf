/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ItineraryName } from '@namespace-migration/plugin-migration-common';
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
import { startDestination } from './phases/startDestination';
import { validate } from './phases/validate';
import { verifyHealth } from './phases/verifyHealth';
import { verifyObjects } from './phases/verifyObjects';
import { verifySource } from './phases/verifySource';
import { verifyVolumes } from './phases/verifyVolumes';
import { waitForWriters } from './phases/waitForWriters';

const copy = [
  validate,
  measureVolumes,
  createDestinationNamespaces,
  createDestinationClaims,
  prepareVolumes,
  bulkVolumePass,
];

/** Ordered phases; the order is design.md 5 and invariants 1 and 2. */
export const itineraries: Record<ItineraryName, Phase[]> = {
  stage: [...copy, cleanUpVolumes, removeHelpersPhase],
  cutover: [
    ...copy,
    quiesceSource,
    waitForWriters,
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

/** From here on a failed cutover stops and asks instead of starting the source again (invariant 8). */
export const pointOfNoReturn = startDestination.name;
