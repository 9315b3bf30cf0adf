/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { sleep } from '../deadline';
import { KubernetesApi } from '../kubernetes/kubernetesApi';
import {
  isToDelete,
  provisionerName,
  refusalOf,
  volumeFor,
  wantsVolume,
} from './provisioning';

/** A process of its own: gives claims directories of this machine as volumes, and deletes them with the claims. */
async function main(
  server: string,
  pki: string,
  volumesDir: string,
  nodeName: string,
): Promise<never> {
  const api = new KubernetesApi(server, {
    ca: readFileSync(join(pki, 'ca.crt')),
    cert: readFileSync(join(pki, 'admin.crt')),
    key: readFileSync(join(pki, 'admin.key')),
  });
  const refused = new Set<string>();
  for (;;) {
    try {
      await provisionOnce(api, volumesDir, nodeName, refused);
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
  refused: Set<string>,
): Promise<void> {
  const claims = await api.call('GET', '/api/v1/persistentvolumeclaims');
  for (const claim of claims.items.filter(wantsVolume)) {
    const refusal = refusalOf(claim);
    if (refusal) {
      await refuse(api, claim, refusal, refused);
      continue;
    }
    const directory = join(
      volumesDir,
      `${claim.metadata.namespace}_${claim.metadata.name}_${claim.metadata.uid}`,
    );
    mkdirSync(directory, { recursive: true, mode: 0o777 });
    const volume = volumeFor(claim, directory, nodeName);
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
  for (const volume of volumes.items.filter(isToDelete)) {
    // only ever below our own directory, whatever the object says
    if (volume.spec.local?.path?.startsWith(`${volumesDir}/`)) {
      rmSync(volume.spec.local.path, { recursive: true, force: true });
    }
    await api.call(
      'DELETE',
      `/api/v1/persistentvolumes/${volume.metadata.name}`,
    );
  }
}

async function refuse(
  api: KubernetesApi,
  claim: any,
  message: string,
  refused: Set<string>,
): Promise<void> {
  if (refused.has(claim.metadata.uid)) {
    return;
  }
  refused.add(claim.metadata.uid);
  const { namespace, name, uid } = claim.metadata;
  const now = new Date().toISOString();
  await api.call('POST', `/api/v1/namespaces/${namespace}/events`, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { generateName: `${name}.`, namespace },
    involvedObject: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace,
      name,
      uid,
    },
    reason: 'ProvisioningFailed',
    type: 'Warning',
    message,
    source: { component: provisionerName },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
  });
}

const [server, pki, volumesDir, nodeName] = process.argv.slice(2);
main(server, pki, volumesDir, nodeName).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
