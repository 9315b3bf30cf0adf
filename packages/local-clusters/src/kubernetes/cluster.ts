/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command';
import { allOf, waitUntil } from '../deadline';
import {
  clusterNetworkOf,
  type ClusterName,
  type ClusterNetwork,
  type Instance,
} from '../instance';
import { pauseImage } from '../images/images';
import { ensureNetworkNamespace } from '../network/networkNamespace';
import type { Daemons } from '../processes/daemons';
import type { Progress } from '../progress';
import { Certificates } from './certificates';
import { KubernetesApi } from './kubernetesApi';
import { writeKubeconfig } from './kubeconfig';
import {
  apiServerFlags,
  containerdConfig,
  controllerManagerFlags,
  etcdFlags,
  kubeletConfig,
  kubeletFlags,
  proxyFlags,
  schedulerFlags,
  type ComponentContext,
} from './components';
import { minorVersionOf } from './ownBinaries';

/** One whole single-node cluster in a network namespace of its own. */
export class Cluster {
  readonly net: ClusterNetwork;
  readonly dir: string;
  readonly kubeconfigPath: string;
  readonly server: string;
  readonly certificates: Certificates;
  /** The real directories of dynamically provisioned volumes. */
  readonly volumesDir: string;

  constructor(
    readonly name: ClusterName,
    private readonly instance: Instance,
    private readonly daemons: Daemons,
  ) {
    this.net = clusterNetworkOf(instance, name);
    this.dir = join(instance.stateDir, name);
    this.kubeconfigPath = join(this.dir, 'admin.kubeconfig');
    this.server = `https://${this.net.nodeAddress}:6443`;
    this.certificates = new Certificates(join(this.dir, 'pki'));
    this.volumesDir = join(this.dir, 'volumes');
  }

  get api(): KubernetesApi {
    return new KubernetesApi(this.server, {
      ca: readFileSync(this.certificates.path('ca.crt')),
      cert: readFileSync(this.certificates.path('admin.crt')),
      key: readFileSync(this.certificates.path('admin.key')),
    });
  }

  daemonName(component: string): string {
    return `${this.name}-${component}`;
  }

  get socket(): string {
    return join(this.dir, 'containerd.sock');
  }

  /** Does nothing to what runs already. Ends when the node is Ready. */
  async start(
    bin: string,
    images: Record<string, string>,
    progress: Progress,
  ): Promise<void> {
    progress.step(`Starting cluster ${this.name} at ${this.server}`);
    await this.endBlindKubelet();
    mkdirSync(this.volumesDir, { recursive: true });
    await ensureNetworkNamespace(this.instance, this.name);
    await this.certificates.make(this.net);
    for (const user of ['admin', 'kubelet']) {
      writeKubeconfig({
        file: join(this.dir, `${user}.kubeconfig`),
        cluster: this.name,
        server: this.server,
        certificates: this.certificates,
        user,
      });
    }
    const context: ComponentContext = {
      minor: await minorVersionOf(bin),
      dir: this.dir,
      net: this.net,
      pki: file => this.certificates.path(file),
    };
    await this.run('etcd', 'etcd', etcdFlags(context));
    await this.run(
      'kube-apiserver',
      join(bin, 'kube-apiserver'),
      apiServerFlags(context),
    );
    const api = this.api;
    await waitUntil(`API server of ${this.name} ready`, () => api.isReady(), {
      seconds: 90,
      givenUp: () => this.daemons.whyDead(this.daemonName('kube-apiserver')),
      explain: () => this.daemons.explain(this.daemonName('kube-apiserver')),
    });
    progress.step(`API server of ${this.name} answers`);
    await this.run(
      'kube-controller-manager',
      join(bin, 'kube-controller-manager'),
      controllerManagerFlags(context),
    );
    await this.run(
      'kube-scheduler',
      join(bin, 'kube-scheduler'),
      schedulerFlags(context),
    );
    const configFile = join(this.dir, 'containerd.toml');
    writeFileSync(
      configFile,
      containerdConfig(context, this.socket, pauseImage),
    );
    mkdirSync(join(this.dir, 'cni'), { recursive: true });
    writeFileSync(
      join(this.dir, 'cni/10-bridge.conflist'),
      JSON.stringify({
        cniVersion: '0.4.0',
        name: this.name,
        plugins: [
          {
            type: 'bridge',
            bridge: 'cni0',
            isGateway: true,
            ipMasq: true,
            hairpinMode: true,
            ipam: {
              type: 'host-local',
              ranges: [[{ subnet: this.net.podRange }]],
              routes: [{ dst: '0.0.0.0/0' }],
              dataDir: join(this.dir, 'cni-data'),
            },
          },
          { type: 'portmap', capabilities: { portMappings: true } },
        ],
      }),
    );
    await this.run('containerd', 'containerd', ['-c', configFile]);
    await waitUntil(
      `containerd of ${this.name}`,
      async () => run('ctr', ['-a', this.socket, 'version']),
      {
        seconds: 30,
        givenUp: () => this.daemons.whyDead(this.daemonName('containerd')),
        explain: () => this.daemons.explain(this.daemonName('containerd')),
      },
    );
    // no pod starts without this one; the others may come while the node gets ready
    await this.importImage(images[pauseImage]);
    const since = this.daemons.isRunning(this.daemonName('kubelet'))
      ? undefined
      : new Date();
    const kubeletFile = join(this.dir, 'kubelet.yaml');
    writeFileSync(kubeletFile, JSON.stringify(kubeletConfig(context)));
    await this.run(
      'kubelet',
      join(bin, 'kubelet'),
      kubeletFlags(context, kubeletFile, this.socket),
    );
    await this.run('kube-proxy', join(bin, 'kube-proxy'), proxyFlags(context));
    await allOf([
      waitUntil(
        `node of ${this.name} Ready`,
        () => api.isNodeReady(this.net.nodeName, since),
        {
          seconds: 120,
          givenUp: () => this.daemons.whyDead(this.daemonName('kubelet')),
          explain: () => this.daemons.explain(this.daemonName('kubelet')),
        },
      ),
      ...Object.values(images).map(archive => this.importImage(archive)),
    ]).finally(() => api.close());
    progress.step(`Node of ${this.name} is Ready`);
  }

  /**
   * A kubelet that lost its container runtime or its API server tells either of
   * them some time after, while its older Ready still stands. A new one reports
   * afresh; pods live on through it.
   */
  private async endBlindKubelet(): Promise<void> {
    const eyes = ['etcd', 'kube-apiserver', 'containerd'];
    if (eyes.every(name => this.daemons.isRunning(this.daemonName(name)))) {
      return;
    }
    const kubelet = this.daemonName('kubelet');
    if (this.daemons.isRunning(kubelet)) {
      await this.daemons.end(kubelet);
    }
  }

  /** Imports once: an unchanged archive is known by the mark that its import left. */
  async importImage(archive: string): Promise<void> {
    const mark = join(this.dir, 'imported', archive.replace(/\W+/g, '_'));
    if (existsSync(mark)) {
      return;
    }
    await run(
      'ctr',
      ['-a', this.socket, '-n', 'k8s.io', 'images', 'import', archive],
      { deadlineSeconds: 180 },
    );
    mkdirSync(join(this.dir, 'imported'), { recursive: true });
    writeFileSync(mark, '');
  }

  private async run(
    component: string,
    command: string,
    args: string[],
  ): Promise<void> {
    await this.daemons.start({
      name: this.daemonName(component),
      cluster: this.name,
      command,
      args,
      // not 'ip netns exec': it remounts /sys and hides the cgroups from the kubelet
      enter: ['nsenter', `--net=/run/netns/${this.net.namespace}`],
      cwd: this.dir,
    });
  }
}
