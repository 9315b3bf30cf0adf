/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  done,
  VolumeCopyEngine,
} from '@namespace-migration/plugin-migration-node';
import { DirectContext } from './DirectContext';
import { prepareDirectly } from './direct/prepareDirectly';
import { verifyDirectly } from './direct/verifyDirectly';
import { claimFromSnapshot } from './snapshot/claimFromSnapshot';
import { carrySnapshot } from './snapshot/carrySnapshot';
import { fitSnapshot } from './snapshot/fitSnapshot';
import { removeSnapshots } from './snapshot/removeSnapshots';

/** The application is stopped: to wait for the network costs less than to begin anew. */
const PATIENT_ROUNDS = 6;

/** The storage makes the copy: a snapshot on the source, its handle imported on the destination, a claim from it. */
export const snapshot: VolumeCopyEngine<DirectContext> = {
  name: 'snapshot',
  title: 'Snapshot of the storage (CSI)',
  bringsClaim: true,
  fit: fitSnapshot,
  prepare: async () => done,
  async pass(context, volume, current, pass) {
    const started =
      current.pass === pass
        ? current
        : {
            ...current,
            pass,
            state: 'copying' as const,
            passStartedAt: new Date().toISOString(),
            passEndedAt: undefined,
            proof: undefined,
          };
    if (started !== current) {
      await context.putVolume(started);
    }
    const carried = await carrySnapshot(context, volume, pass);
    if (carried.state !== 'done') {
      return carried;
    }
    if (pass === 'final') {
      const claim = await claimFromSnapshot(context, volume);
      if (claim.state !== 'done') {
        return claim;
      }
    }
    await context.putVolume({
      ...started,
      state: 'copied',
      passEndedAt: new Date().toISOString(),
    });
    return done;
  },
  async verify(context, volume, current) {
    // movers and a way between them, for the comparison only
    const prepared = await prepareDirectly(context, [volume], PATIENT_ROUNDS);
    if (prepared.state !== 'done') {
      return prepared;
    }
    const [reached] = (await context.volumes()).filter(
      ({ namespace, claim }) =>
        namespace === volume.namespace && claim === volume.claim,
    );
    return verifyDirectly(context, volume, {
      ...current,
      endpoint: reached.endpoint,
    });
  },
  cleanUp: removeSnapshots,
};
