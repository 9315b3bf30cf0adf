/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  claimPath,
  down,
  EnvironmentOptions,
  LocalCluster,
  LocalEnvironment,
  status,
  up,
} from '@namespace-migration/local-clusters';

const own: EnvironmentOptions = {
  instance: 7,
  // said here, because the environment of the tests names another instance's
  stateDir: '/var/lib/namespace-migration-7',
  without: ['s3', 'registry'],
};
const shared: EnvironmentOptions = {
  instance: Number(process.env.NAMESPACE_MIGRATION_INSTANCE ?? 0),
  without: ['s3', 'registry'],
};
const namespace = 'local-clusters-test';
const serveHello =
  "require('http').createServer((_, answer) => answer.end(require('fs').readFileSync('/data/hello'))).listen(8080)";

function sh(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' });
}

async function until<T>(
  what: string,
  attempt: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = await attempt();
    if (result) {
      return result;
    }
    if (Date.now() > end) {
      throw new Error(`${what}: not so after ${seconds} s`);
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
}

function call(
  cluster: LocalCluster,
  method: string,
  path: string,
  body?: unknown,
): Promise<any> {
  const { api } = cluster;
  return api.call(method, path, body).finally(() => api.close());
}

/** A pod that serves a claim's files; its address. */
async function runPod(cluster: LocalCluster, image: string): Promise<string> {
  const base = `/api/v1/namespaces/${namespace}`;
  await call(cluster, 'POST', '/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  await until('service account', () =>
    call(cluster, 'GET', `${base}/serviceaccounts/default`),
  );
  await call(cluster, 'POST', `${base}/persistentvolumeclaims`, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: {
      storageClassName: 'standard',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10Mi' } },
    },
  });
  await call(cluster, 'POST', `${base}/pods`, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'server' },
    spec: {
      terminationGracePeriodSeconds: 0,
      // the token controller is some moments behind a new service account, and the pod needs none
      automountServiceAccountToken: false,
      containers: [
        {
          name: 'server',
          image,
          imagePullPolicy: 'Never',
          command: ['/usr/bin/node', '-e', serveHello],
          volumeMounts: [{ name: 'data', mountPath: '/data' }],
        },
      ],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    },
  });
  const address = await until('pod runs', async () => {
    const pod = await call(cluster, 'GET', `${base}/pods/server`);
    return pod.status.phase === 'Running' && pod.status.podIP;
  });
  writeFileSync(
    join(await claimPath(cluster, namespace, 'data'), 'hello'),
    `from ${cluster.server}`,
  );
  return address;
}

/** What the pod serves, asked from its cluster's node. */
const served = (cluster: LocalCluster, address: string): Promise<string> =>
  until('pod answers', async () => {
    try {
      return sh(
        'nsenter',
        `--net=/run/netns/${cluster.net.namespace}`,
        process.execPath,
        '-e',
        `fetch('http://${address}:8080').then(a => a.text()).then(t => process.stdout.write(t), () => process.exit(1))`,
      );
    } catch {
      return undefined; // not listening yet
    }
  });

const pidOf = (name: string): number =>
  JSON.parse(readFileSync(`${own.stateDir}/processes/${name}.json`, 'utf8'))
    .pid;

const kill = (...names: string[]) => {
  for (const name of names) {
    process.kill(pidOf(name), 'SIGKILL');
  }
};

/** Of the daemons that run. */
const pidsByName = async (
  options: EnvironmentOptions,
): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await status(options))
      .filter(row => row.detail.startsWith('pid '))
      .map(row => [row.component, Number(row.detail.slice('pid '.length))]),
  );

const networkNamespaceMounts = (): Map<string, number> =>
  new Map(
    readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .filter(line => line.startsWith('nsfs '))
      .map(line => line.split(' ')[1])
      .map(path => [path, statSync(path, { throwIfNoEntry: false })?.ino ?? 0]),
  );

/** Paths, because the kernel gives the number of a namespace that is gone to the next one. */
const mountsOf = (networkNamespace: number): string[] =>
  [...networkNamespaceMounts()]
    .filter(([, inode]) => inode === networkNamespace)
    .map(([path]) => path);

/** What containerd itself says of a cluster's containers: process of each by id. */
const containersOf = (cluster: LocalCluster): Map<string, number> =>
  new Map(
    sh('ctr', '-a', cluster.socket, '-n', 'k8s.io', 'task', 'ls')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(/\s+/))
      .map(([id, pid]) => [id, Number(pid)]),
  );

/** Of the test's pod: its uid and the inode of its network namespace. */
async function serverPod(cluster: LocalCluster) {
  const pod = await call(
    cluster,
    'GET',
    `/api/v1/namespaces/${namespace}/pods/server`,
  );
  const [container] = pod.status.containerStatuses;
  const id = container.containerID.replace('containerd://', '');
  const link = readlinkSync(`/proc/${containersOf(cluster).get(id)}/ns/net`);
  return {
    uid: pod.metadata.uid as string,
    restarts: container.restartCount as number,
    networkNamespace: Number(/\d+/.exec(link)![0]),
  };
}

const processesThatMention = (text: string): string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(pid => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text) ||
          readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text)
        );
      } catch {
        return false; // has ended
      }
    });

const filesThatMention = (text: string, ...dirs: string[]): string[] =>
  dirs
    // others come and go meanwhile, and find says so by its exit code
    .map(dir => spawnSync('find', [dir, '-name', `*${text}*`]))
    .flatMap(({ stdout }) => stdout.toString().split('\n'))
    .filter(Boolean);

describe('local clusters', () => {
  let environment: LocalEnvironment;
  let neighbour: LocalEnvironment;
  let address: string;
  let neighbourAddress: string;

  beforeAll(async () => {
    await down(own); // of an earlier run that was ended
    neighbour = await up(shared);
    await removeNamespace(neighbour.source);
    neighbourAddress = await runPod(neighbour.source, neighbour.images.mover);
  });

  afterAll(async () => {
    await down(own);
    await removeNamespace(neighbour.source);
  });

  async function removeNamespace(cluster: LocalCluster): Promise<void> {
    await call(cluster, 'DELETE', `/api/v1/namespaces/${namespace}`);
    await until(
      'namespace gone',
      async () =>
        !(await call(cluster, 'GET', `/api/v1/namespaces/${namespace}`)),
    );
  }

  it('come up beside those of another instance, and run a pod with a volume', async () => {
    environment = await up(own);
    expect((await status(own)).filter(row => !row.healthy)).toEqual([]);
    address = await runPod(environment.source, environment.images.mover);
    expect(await served(environment.source, address)).toBe(
      'from https://10.201.7.11:6443',
    );
  });

  it('stay as they are when they are brought up again', async () => {
    const before = await pidsByName(own);
    const started = Date.now();
    await up(own);
    expect((Date.now() - started) / 1000).toBeLessThan(20);
    expect(await pidsByName(own)).toEqual(before);
  });

  it('are mended after their daemons were killed, and their pods live on', async () => {
    const killed = [
      'source-kube-apiserver',
      'source-containerd',
      'source-provisioner',
      'destination-etcd',
      'destination-kubelet',
    ];
    kill(...killed);
    // one that holds much memory is there for a moment yet
    await until('status tells', async () => {
      const dead = (await status(own)).filter(row => !row.healthy);
      return killed.every(name => dead.some(row => row.component === name));
    });
    await up(own);
    expect((await status(own)).filter(row => !row.healthy)).toEqual([]);
    expect((await serverPod(environment.source)).restarts).toBe(0);
    expect(await served(environment.source, address)).toContain('10.201.7.11');
  });

  it('leave nothing behind when they go, even after a crash, and the other instance as it was', async () => {
    const containers = containersOf(environment.source);
    expect(containers.size).toBe(2); // sandbox and server
    const daemons = Object.values(await pidsByName(own));
    const pod = await serverPod(environment.source);
    const others = await pidsByName(shared);
    const other = await serverPod(neighbour.source);
    const networks = mountsOf(pod.networkNamespace);
    const otherNetworks = mountsOf(other.networkNamespace);
    expect(networks).not.toEqual([]);
    expect(otherNetworks).not.toEqual([]);
    kill('source-containerd', 'source-kubelet', 'destination-kube-apiserver');

    await down(own);

    for (const pid of [...daemons, ...containers.values()]) {
      expect(existsSync(`/proc/${pid}`)).toBe(false);
    }
    expect(processesThatMention(own.stateDir!)).toEqual([]);
    expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(
      own.stateDir,
    );
    for (const path of networks) {
      expect([...networkNamespaceMounts().keys()]).not.toContain(path);
    }
    expect(readdirSync('/run/netns').join()).not.toContain('mig7');
    expect(sh('ip', '-br', 'link')).not.toMatch(/^mig7/m);
    for (const id of containers.keys()) {
      expect(
        filesThatMention(
          id,
          '/sys/fs/cgroup',
          '/run/containerd',
          '/var/lib/cni',
          '/var/log/containers',
        ),
      ).toEqual([]);
    }
    expect(filesThatMention(pod.uid, '/var/log/pods')).toEqual([]);
    expect(filesThatMention('namespace-migration-7', '/var/lib')).toEqual([]);
    expect(await status(own)).toEqual([]);

    expect(await pidsByName(shared)).toEqual(others);
    expect(mountsOf(other.networkNamespace)).toEqual(otherNetworks);
    expect(await serverPod(neighbour.source)).toEqual(other);
    expect(await served(neighbour.source, neighbourAddress)).toContain(
      neighbour.source.server,
    );
  });
});
