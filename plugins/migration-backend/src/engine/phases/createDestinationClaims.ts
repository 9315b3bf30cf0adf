/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import { applyRecorded } from '../../resources/applyRecorded';
import { claimFor } from '../../volumes/claimFor';
import { done, Phase } from '../Phase';

export const createDestinationClaims: Phase = {
  name: 'CreateDestinationClaims',
  step: 'Prepare',
  deadlineSeconds: () => 300,
  async run({ plan, source, destination, store, engines }) {
    const rows = await store.objects();
    for (const volume of plan.volumes.filter(
      ({ action, copyMethod }) =>
        action !== 'skip' && !engines.get(copyMethod).bringsClaim,
    )) {
      const key = {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: volume.target.namespace,
        name: volume.target.claim,
      };
      const existing = await destination.get(key);
      const own = rows.some(
        row =>
          row.kind === key.kind &&
          row.name === key.name &&
          row.namespace === key.namespace &&
          !isGivenBack(row),
      );
      if (existing && !own) {
        // adopted with consent, which validation has asked for: it is written into, but never deleted by us
        continue;
      }
      const original = await source.get({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: volume.namespace,
        name: volume.claim,
      });
      if (!original) {
        throw new Error(
          `Claim ${volume.namespace}/${volume.claim} has vanished from ${source.name}`,
        );
      }
      if (!existing) {
        await applyRecorded(
          destination,
          store,
          plan.id,
          claimFor(original, volume),
          'create',
        );
      }
    }
    return done;
  },
};
