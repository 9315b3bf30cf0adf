/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { rightsOf } from '../../directTransfer';
import { nodeOfClaim } from '../../nodeOfClaim';
import { retried } from '../../retried';
import { ensureMover, MoverState, observeMover } from '../../runMover';
import { helperName, volumeName } from '../../volumeName';
import { DirectContext } from '../DirectContext';

const PATH = '/volume';

/** Starts, or finds, the mover that takes the fingerprint of the volume on one side. */
export async function fingerprintOf(
  context: DirectContext,
  volume: PlannedVolume,
  side: 'source' | 'destination',
): Promise<MoverState> {
  const { owner } = context;
  const cluster: ClusterClient = context[side];
  const { namespace, claim } = side === 'source' ? volume : volume.target;
  const short = volumeName(volume);
  const transfer = await context.transfer();
  const nodeName = await nodeOfClaim(cluster, {
    ...volume,
    namespace,
    claim,
  });
  return retried(async attempt =>
    observeMover(
      cluster,
      await ensureMover(
        cluster,
        {
          ...owner,
          namespace,
          name: helperName(
            `${side === 'source' ? 'seen' : 'found'}-${attempt}`,
            short,
            owner.migrationId,
          ),
          component: 'fingerprint',
          image: transfer.images[side],
          volume: short,
          claim: {
            name: claim,
            path: PATH,
            readOnly: true,
            block: volume.volumeMode === 'Block',
          },
          nodeName,
          restart: false,
          ...rightsOf(transfer, volume),
        },
        {
          role: 'fingerprint',
          migrationId: owner.migrationId,
          fencingToken: owner.fencingToken,
          volume: {
            name: short,
            path: PATH,
            mode: volume.volumeMode === 'Block' ? 'Block' : 'Filesystem',
          },
        },
      ),
    ),
  );
}
