/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { rightsOf } from './directTransfer';
import { nodeOfClaim } from './nodeOfClaim';
import { retried } from './retried';
import { ensureMover, MoverState, observeMover } from './runMover';
import { TransferContext } from './TransferContext';
import { helperName, volumeName } from './volumeName';

const PATH = '/volume';

/** Starts, or finds, the mover that counts what lies on the source's volume. */
export async function measureUsage(
  context: TransferContext,
  volume: PlannedVolume,
): Promise<MoverState> {
  const { owner, source, images } = context;
  const short = volumeName(volume);
  const nodeName = await nodeOfClaim(source, volume);
  return retried(async attempt =>
    observeMover(
      source,
      await ensureMover(
        source,
        {
          ...owner,
          namespace: volume.namespace,
          name: helperName(`usage-${attempt}`, short, owner.migrationId),
          component: 'usage',
          image: images.source,
          volume: short,
          claim: {
            name: volume.claim,
            path: PATH,
            readOnly: true,
            block: false,
          },
          nodeName,
          restart: false,
          ...rightsOf(context, volume),
        },
        {
          role: 'usage',
          migrationId: owner.migrationId,
          fencingToken: owner.fencingToken,
          volumes: [{ name: short, path: PATH }],
        },
      ),
    ),
  );
}
