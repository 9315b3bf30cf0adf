/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allOf, waitUntil } from './deadline';
import {
  clustersOf,
  instanceFor,
  lockOf,
  type EnvironmentOptions,
  type LocalEnvironment,
} from './environment';
import { buildImages, demoImage, moverImage } from './images/images';
import { clusterNames, type ClusterName } from './instance';
import type { Cluster } from './kubernetes/cluster';
import { kubernetesBinaries } from './kubernetes/kubernetesBinaries';
import { refuseUnlessAble } from './machine/canRun';
import { ensurePackages } from './machine/debianPackages';
import { ensureBridge } from './network/networkNamespace';
import { refuseTakenAddresses } from './network/takenAddresses';
import { Daemons } from './processes/daemons';
import { withLock } from './processes/lock';
import { silentProgress, type Progress } from './progress';
import { BtrfsPool } from './csi/BtrfsPool';
import { csiDriverName } from './csi/driverName';
import { driverObjects, snapshotDefinitions } from './csi/snapshotDefinitions';
import { storageClassObjects } from './storage/provisioning';
import { startRegistry } from './storage/registry';
import { s3Packages, startS3 } from './storage/s3';

const clusterPackages = [
  'etcd-server',
  'containerd',
  'runc',
  'containernetworking-plugins',
  'iproute2',
  'iptables',
  'conntrack',
  'openssl',
  'attr',
  'acl',
  'btrfs-progs',
  'rsync',
];

/** Brings up what is not up. Safe to call again at any time, also after a crash of an earlier call. */
export async function up(
  options: EnvironmentOptions = {},
): Promise<LocalEnvironment> {
  refuseUnlessAble();
  const progress = options.progress ?? silentProgress;
  const instance = instanceFor(options);
  mkdirSync(instance.stateDir, { recursive: true });
  return withLock(lockOf(instance), 900, async () => {
    const without = options.without ?? [];
    await ensurePackages(
      [
        ...clusterPackages,
        ...(without.includes('s3') ? [] : s3Packages),
        ...(without.includes('registry') ? [] : ['docker-registry']),
      ],
      progress,
    );
    await refuseTakenAddresses(instance);
    const binaries: Record<ClusterName, string> = {
      source: await kubernetesBinaries(options.binaries?.source, progress),
      destination: await kubernetesBinaries(
        options.binaries?.destination,
        progress,
      ),
    };
    const images = await buildImages(progress);
    const daemons = new Daemons(instance);
    const clusters = clustersOf(instance, daemons);
    await ensureBridge(instance);
    await new BtrfsPool(instance.stateDir).mount();
    await allOf(
      clusterNames.map(name =>
        startCluster(clusters[name], binaries[name], images, daemons, progress),
      ),
    );
    const environment: LocalEnvironment = {
      ...clusters,
      images: { mover: moverImage, demo: demoImage },
      stateDir: instance.stateDir,
    };
    if (!without.includes('s3')) {
      environment.s3 = await startS3(instance, daemons, progress);
    }
    if (!without.includes('registry')) {
      environment.registry = await startRegistry(instance, daemons, progress);
    }
    progress.step('Local clusters are up');
    return environment;
  });
}

async function startCluster(
  cluster: Cluster,
  bin: string,
  images: Record<string, string>,
  daemons: Daemons,
  progress: Progress,
): Promise<void> {
  await cluster.start(bin, images, progress);
  const api = cluster.api;
  try {
    for (const storageClass of storageClassObjects()) {
      await api.apply('/apis/storage.k8s.io/v1/storageclasses', storageClass);
    }
    for (const definition of snapshotDefinitions) {
      await api.apply(
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
        definition,
      );
    }
    for (const { path, object } of driverObjects) {
      // a definition is served a moment after it was made
      await waitUntil(
        `${object.kind} ${object.metadata.name} on ${cluster.name}`,
        async () => {
          await api.apply(path, object);
          return Boolean(
            await api.call('GET', `${path}/${object.metadata.name}`),
          );
        },
        { seconds: 30 },
      );
    }
    await daemons.start({
      name: cluster.daemonName('provisioner'),
      cluster: cluster.name,
      command: process.execPath,
      args: [
        '--import',
        require.resolve('tsx'),
        join(__dirname, 'storage/provisioner.ts'),
        cluster.server,
        cluster.certificates.dir,
        cluster.volumesDir,
        cluster.net.nodeName,
        join(cluster.dir, 'kubelet'),
        dirname(cluster.dir),
      ],
    });
    await waitUntil(
      `CSI driver on ${cluster.net.nodeName}`,
      async () =>
        (
          await api.call(
            'GET',
            `/apis/storage.k8s.io/v1/csinodes/${cluster.net.nodeName}`,
          )
        )?.spec.drivers?.some(({ name }: any) => name === csiDriverName),
      {
        seconds: 60,
        explain: () => daemons.explain(cluster.daemonName('provisioner')),
      },
    );
    await waitUntil(
      `default service account of ${cluster.name}`,
      () =>
        api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default'),
      {
        seconds: 60,
        explain: () =>
          daemons.explain(cluster.daemonName('kube-controller-manager')),
      },
    );
  } finally {
    api.close();
  }
}
