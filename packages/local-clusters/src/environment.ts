/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, tryRun } from './command';
import { waitUntil } from './deadline';
import { buildImages, demoImage, moverImage } from './images/images';
import {
  clusterNames,
  instanceOf,
  type ClusterName,
  type Instance,
} from './instance';
import { Cluster } from './kubernetes/cluster';
import { kubernetesBinaries } from './kubernetes/kubernetesBinaries';
import { canRun } from './machine/canRun';
import { ensurePackages } from './machine/debianPackages';
import {
  removeBridge,
  removeNetworkNamespace,
} from './network/networkNamespace';
import { Daemons } from './processes/daemons';
import { withLock } from './processes/lock';
import { findOwnProcesses, killAll } from './processes/ownProcesses';
import { silentProgress, type Progress } from './progress';
import { provisionerName, storageClassObjects } from './storage/provisioning';
import { startRegistry } from './storage/registry';
import { s3Packages, startS3, type S3 } from './storage/s3';

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
  'rsync',
];

export interface EnvironmentOptions {
  /** Several environments may live on one machine; 0 by default. */
  instance?: number;
  stateDir?: string;
  /** Folders of Kubernetes binaries of the user's own. */
  binaries?: Partial<Record<ClusterName, string>>;
  without?: Array<'s3' | 'registry'>;
  progress?: Progress;
}

export interface LocalEnvironment {
  source: Cluster;
  destination: Cluster;
  s3?: S3;
  registry?: { host: string };
  images: { mover: string; demo: string };
  stateDir: string;
}

/** Brings up what is not up. Safe to call again at any time, also after a crash of an earlier call. */
export async function up(
  options: EnvironmentOptions = {},
): Promise<LocalEnvironment> {
  const able = canRun();
  if (!able.ok) {
    throw new Error(
      `Local clusters cannot run here: ${able.reason}. They need root on Debian; give kubeconfigs of clusters you have instead`,
    );
  }
  const progress = options.progress ?? silentProgress;
  const instance = instanceOf(options.instance ?? 0, options.stateDir);
  mkdirSync(instance.stateDir, { recursive: true });
  return withLock(`${instance.stateDir}.lock`, 900, async () => {
    const without = options.without ?? [];
    await ensurePackages(
      [
        ...clusterPackages,
        ...(without.includes('s3') ? [] : s3Packages),
        ...(without.includes('registry') ? [] : ['docker-registry']),
      ],
      progress,
    );
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
    for (const name of clusterNames) {
      await startCluster(
        clusters[name],
        binaries[name],
        images,
        daemons,
        progress,
      );
    }
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
      ],
    });
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

function clustersOf(
  instance: Instance,
  daemons: Daemons,
): Record<ClusterName, Cluster> {
  return {
    source: new Cluster('source', instance, daemons),
    destination: new Cluster('destination', instance, daemons),
  };
}

export interface ComponentStatus {
  component: string;
  healthy: boolean;
  detail: string;
}

/** What should run and whether it does; empty when nothing was brought up. */
export async function status(
  options: EnvironmentOptions = {},
): Promise<ComponentStatus[]> {
  const instance = instanceOf(options.instance ?? 0, options.stateDir);
  const daemons = new Daemons(instance);
  const rows: ComponentStatus[] = daemons.records.all().map(record => {
    const healthy = daemons.isRunning(record.name);
    return {
      component: record.name,
      healthy,
      detail: healthy ? `pid ${record.pid}` : `dead, see ${record.logFile}`,
    };
  });
  for (const cluster of Object.values(clustersOf(instance, daemons))) {
    if (!existsSync(cluster.kubeconfigPath)) {
      continue;
    }
    const api = cluster.api;
    try {
      const ready = await api.isNodeReady(cluster.net.nodeName);
      rows.push({
        component: `${cluster.name}-node`,
        healthy: ready,
        detail: ready ? `Ready, ${cluster.server}` : 'not Ready',
      });
    } catch (error) {
      rows.push({
        component: `${cluster.name}-node`,
        healthy: false,
        detail: (error as Error).message,
      });
    } finally {
      api.close();
    }
  }
  return rows;
}

/** Ends and removes everything of the instance: processes, mounts, network namespaces, interfaces, files. */
export async function down(options: EnvironmentOptions = {}): Promise<void> {
  const progress = options.progress ?? silentProgress;
  const instance = instanceOf(options.instance ?? 0, options.stateDir);
  await withLock(`${instance.stateDir}.lock`, 900, async () => {
    const daemons = new Daemons(instance);
    progress.step('Ending processes');
    const podNamespaces = new Set<string>();
    for (const name of clusterNames) {
      for (const pod of podNetworkNamespaces(join(instance.stateDir, name))) {
        podNamespaces.add(pod);
      }
    }
    await killAll(() => findOwnProcesses(instance, daemons.records));
    progress.step('Unmounting');
    await unmountBelow(instance.stateDir);
    progress.step('Removing networks');
    for (const namespace of podNamespaces) {
      await tryRun('umount', [`/run/netns/${namespace}`]);
      rmSync(`/run/netns/${namespace}`, { force: true });
    }
    for (const name of clusterNames) {
      await removeNetworkNamespace(instance, name);
    }
    await removeBridge(instance);
    await removeCgroups(instance);
    rmSync(instance.stateDir, { recursive: true, force: true });
    progress.step('Nothing is left');
  });
  rmSync(`${instance.stateDir}.lock`, { force: true });
}

/** Names under /run/netns that the network plugin gave to this cluster's pods, from its own records. */
function podNetworkNamespaces(dir: string): string[] {
  const sandboxes = readMounts().filter(mount =>
    mount.startsWith('/run/netns/cni-'),
  );
  return existsSync(dir)
    ? sandboxes.map(mount => mount.slice('/run/netns/'.length))
    : [];
}

function readMounts(): string[] {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .filter(line => line.length > 0)
    .map(line => line.split(' ')[1].replace(/\\040/g, ' '));
}

async function unmountBelow(dir: string): Promise<void> {
  const own = readMounts().filter(mount => mount.startsWith(`${dir}/`));
  for (const mount of own.reverse()) {
    await tryRun('umount', ['-l', mount]);
  }
  const left = readMounts().filter(mount => mount.startsWith(`${dir}/`));
  if (left.length > 0) {
    throw new Error(
      `Still mounted: ${left.join(
        ', ',
      )}; something outside of this environment uses it (see fuser -m)`,
    );
  }
}

/** The containers' cgroups, empty by now. */
async function removeCgroups(instance: Instance): Promise<void> {
  const found = await tryRun('find', [
    '/sys/fs/cgroup',
    '-depth',
    '-type',
    'd',
    '-path',
    `*/${instance.cgroupPrefix}*`,
  ]);
  for (const path of (found ?? '')
    .split('\n')
    .filter(line => line.length > 0)) {
    await tryRun('rmdir', [path]);
  }
}

/** Rebuilds the mover image from the checkout and hands it to both clusters. */
export async function refreshMoverImage(
  environment: LocalEnvironment,
  progress: Progress = silentProgress,
): Promise<void> {
  const images = await buildImages(progress);
  for (const name of clusterNames) {
    await environment[name].importImage(images[moverImage]);
  }
}

/** The directory of this machine that holds a bound claim's files. */
export async function claimPath(
  cluster: Cluster,
  namespace: string,
  claim: string,
): Promise<string> {
  const api = cluster.api;
  try {
    const found = await api.call(
      'GET',
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${claim}`,
    );
    const volume =
      found?.spec?.volumeName &&
      (await api.call(
        'GET',
        `/api/v1/persistentvolumes/${found.spec.volumeName}`,
      ));
    if (!volume?.spec?.local?.path) {
      throw new Error(
        `Claim ${namespace}/${claim} on ${cluster.name} has no volume of ${provisionerName}`,
      );
    }
    return volume.spec.local.path;
  } finally {
    api.close();
  }
}

/** Cuts the traffic between the two clusters (not that of the host with either), or mends it. */
export async function setNetworkCut(
  environment: LocalEnvironment,
  cut: boolean,
): Promise<void> {
  for (const [own, other] of [
    [environment.source, environment.destination],
    [environment.destination, environment.source],
  ]) {
    const netns = `--net=/run/netns/${own.net.namespace}`;
    for (const chain of ['INPUT', 'FORWARD']) {
      const rule = [chain, '-s', other.net.nodeAddress, '-j', 'DROP'];
      const present =
        (await tryRun('nsenter', [netns, 'iptables', '-C', ...rule])) !==
        undefined;
      if (cut !== present) {
        await run('nsenter', [netns, 'iptables', cut ? '-I' : '-D', ...rule]);
      }
    }
  }
}
