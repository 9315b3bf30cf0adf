/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  done,
  VolumeCopyEngine,
} from '@namespace-migration/plugin-migration-node';
import { DirectContext } from './DirectContext';
import { checkMove } from './move/checkMove';
import { bringVolume } from './move/bringVolume';
import { recogniseVolume } from './move/recogniseVolume';
import { giveBackPolicies, retain } from './move/reclaimPolicy';
import { reachStorage } from './move/reachStorage';

/** Storage that another cluster can mount by its nature (MTC: NFS, and classes the administrator names). */
const remote = ['nfs', 'iscsi', 'csi', 'cephfs', 'rbd', 'fc', 'glusterfs'];

/** The same volume under another cluster: nothing is copied, and its PersistentVolume is created a second time. */
export const move: VolumeCopyEngine<DirectContext> = {
  name: 'move',
  title: 'The same volume, mounted by the other cluster',
  action: 'move',
  bringsClaim: true,
  fit: volume =>
    volume.movable || remote.includes(volume.volumeSource ?? '')
      ? { fits: true }
      : {
          fits: false,
          reason: `The volume of claim ${volume.namespace}/${
            volume.claim
          } is of kind ${
            volume.volumeSource ?? 'unknown'
          }, which belongs to one cluster. If another one can mount it, name its class ${
            volume.storageClass ?? ''
          } in movableStorageClasses of the source cluster`,
        },
  check: checkMove,
  async prepare(context, volumes) {
    for (const volume of volumes) {
      const reached = await reachStorage(context, volume);
      if (reached.state !== 'done') {
        return reached;
      }
      if (context.itinerary === 'cutover') {
        await retain(context, volume);
      }
    }
    return done;
  },
  async pass(context, volume, current, pass) {
    if (pass === 'final') {
      return bringVolume(context, volume, current);
    }
    await context.putVolume({ ...current, pass, state: 'copied' });
    await context.event({
      level: 'info',
      reason: 'NothingToStage',
      message: `${volume.namespace}/${volume.claim} is moved, not copied: ${context.destination.name} reaches its storage, and mounts it at cutover`,
    });
    return done;
  },
  verify: recogniseVolume,
  cleanUp: giveBackPolicies,
};
