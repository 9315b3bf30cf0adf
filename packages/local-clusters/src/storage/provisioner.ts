/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { BtrfsPool } from '../csi/BtrfsPool';
import { serveNodePlugin } from '../csi/nodePlugin';
import { provisionCsi } from '../csi/provisionCsi';
import { SnapshotController } from '../csi/SnapshotController';
import { sleep } from '../deadline';
import { KubernetesApi } from '../kubernetes/kubernetesApi';
import { ensureLoopDevice, removeLoopDevice } from './loopDevices';
import {
  backingFileAnnotation,
  isBlock,
  isToDelete,
  volumeFor,
  wantsVolume,
} from './provisioning';

/**
 * A process of its own: gives claims directories of this machine as volumes, and deletes them with the claims. It is the
 * CSI driver of the copy-on-write storage too.
 */
async function main(
  server: string,
  pki: string,
  volumesDir: string,
  nodeName: string,
  kubeletDir: string,
  stateDir: string,
): Promise<never> {
  const api = new KubernetesApi(server, {
    ca: readFileSync(join(pki, 'ca.crt')),
    cert: readFileSync(join(pki, 'admin.crt')),
    key: readFileSync(join(pki, 'admin.key')),
  });
  const pool = new BtrfsPool(stateDir);
  await serveNodePlugin(kubeletDir, nodeName, pool);
  const snapshots = new SnapshotController(api, pool);
  for (;;) {
    try {
      await provisionOnce(api, volumesDir, nodeName, pool);
      await snapshots.reconcile();
    } catch (error) {
      process.stderr.write(`${new Date().toISOString()} ${error}\n`);
    }
    await sleep(300);
  }
}

async function provisionOnce(
  api: KubernetesApi,
  volumesDir: string,
  nodeName: string,
  pool: BtrfsPool,
): Promise<void> {
  const claims = await api.call('GET', '/api/v1/persistentvolumeclaims');
  for (const claim of claims.items.filter(wantsVolume)) {
    const volume = volumeFor(
      claim,
      await placeFor(claim, volumesDir),
      nodeName,
    );
    if (
      !(await api.call(
        'GET',
        `/api/v1/persistentvolumes/${volume.metadata.name}`,
      ))
    ) {
      await api.call('POST', '/api/v1/persistentvolumes', volume);
    }
  }
  const volumes = await api.call('GET', '/api/v1/persistentvolumes');
  await provisionCsi(api, pool, claims.items, volumes.items);
  for (const volume of volumes.items.filter(isToDelete)) {
    await removePlace(volume, volumesDir);
    await api.call(
      'DELETE',
      `/api/v1/persistentvolumes/${volume.metadata.name}`,
    );
  }
}

async function placeFor(
  claim: any,
  volumesDir: string,
): Promise<{ path: string; file?: string }> {
  const { namespace, name, uid } = claim.metadata;
  const path = join(volumesDir, `${namespace}_${name}_${uid}`);
  if (isBlock(claim)) {
    const file = `${path}.img`;
    mkdirSync(volumesDir, { recursive: true });
    const { storage } = claim.spec.resources.requests;
    return { path: await ensureLoopDevice(file, storage), file };
  }
  mkdirSync(path, { recursive: true, mode: 0o777 });
  return { path };
}

/** Only ever below our own directory, whatever the object says. */
async function removePlace(volume: any, volumesDir: string): Promise<void> {
  const file = volume.metadata.annotations?.[backingFileAnnotation];
  const path = file ?? volume.spec.local?.path;
  if (!path?.startsWith(`${volumesDir}/`)) {
    return;
  }
  if (file) {
    await removeLoopDevice(file);
  } else {
    rmSync(path, { recursive: true, force: true });
  }
}

const [server, pki, volumesDir, nodeName, kubeletDir, stateDir] =
  process.argv.slice(2);
main(server, pki, volumesDir, nodeName, kubeletDir, stateDir).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
