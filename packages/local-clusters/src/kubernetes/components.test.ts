/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { clusterNetworkOf, instanceOf } from '../instance';
import {
  apiServerFlags,
  containerdConfig,
  controllerManagerFlags,
  kubeletConfig,
  kubeletFlags,
  proxyFlags,
  schedulerFlags,
  type ComponentContext,
} from './components';

const net = clusterNetworkOf(instanceOf(3, '/var/lib/x'), 'source');
const contextOf = (minor: number): ComponentContext => ({
  minor,
  dir: '/var/lib/x/source',
  net,
  pki: file => `/var/lib/x/source/pki/${file}`,
});
const namesOf = (flags: string[]) => flags.map(flag => flag.split('=')[0]);
const kubeletOf = (minor: number) =>
  kubeletFlags(contextOf(minor), 'kubelet.yaml', '/var/lib/x/c.sock');
const minors = Array.from({ length: 16 }, (_, index) => 20 + index);

/** First minor version that refuses the flag, from the changelogs; a refused flag ends the program. */
const removed = {
  kubelet: {
    '--network-plugin': 24,
    '--cni-conf-dir': 24,
    '--cni-bin-dir': 24,
    '--container-runtime': 27,
  },
  controllerManager: { '--port': 24, '--address': 24 },
  scheduler: { '--port': 24, '--address': 24 },
  apiServer: { '--insecure-port': 24, '--kubelet-https': 22 },
};

describe.each(minors)('Kubernetes 1.%i', minor => {
  it('is given no flag that it does not know any more', () => {
    const used = {
      kubelet: kubeletOf(minor),
      controllerManager: controllerManagerFlags(contextOf(minor)),
      scheduler: schedulerFlags(contextOf(minor)),
      apiServer: apiServerFlags(contextOf(minor)),
    };
    for (const [component, flags] of Object.entries(removed)) {
      for (const [flag, since] of Object.entries(flags)) {
        if (minor >= since) {
          expect(namesOf(used[component as keyof typeof used])).not.toContain(
            flag,
          );
        }
      }
    }
  });

  it('finds its container runtime in exactly one place', () => {
    const inFlags = kubeletOf(minor).includes(
      '--container-runtime-endpoint=unix:///var/lib/x/c.sock',
    );
    const inConfig =
      'containerRuntimeEndpoint' in kubeletConfig(contextOf(minor));
    expect([inFlags, inConfig]).toEqual(
      minor < 27 ? [true, false] : [false, true],
    );
  });
});

describe('flags of old versions', () => {
  it('close the insecure ports, which are open by default', () => {
    expect(controllerManagerFlags(contextOf(20))).toContain('--port=0');
    expect(controllerManagerFlags(contextOf(23))).toContain('--port=0');
    expect(schedulerFlags(contextOf(22))).toContain('--port=0');
  });

  it('choose containerd and its network, where dockershim is the default', () => {
    expect(kubeletOf(23)).toEqual(
      expect.arrayContaining([
        '--container-runtime=remote',
        '--network-plugin=cni',
        '--cni-conf-dir=/var/lib/x/source/cni',
      ]),
    );
  });
});

describe('kubelet configuration', () => {
  it('is of the version that all of them read', () => {
    for (const minor of minors) {
      expect(kubeletConfig(contextOf(minor))).toMatchObject({
        apiVersion: 'kubelet.config.k8s.io/v1beta1',
        kind: 'KubeletConfiguration',
        failSwapOn: false,
      });
    }
  });

  it('allows cgroup v1 where it would be refused, and names no field before there was one', () => {
    expect(kubeletConfig(contextOf(35))).toMatchObject({ failCgroupV1: false });
    expect(kubeletConfig(contextOf(30))).not.toHaveProperty('failCgroupV1');
  });

  it('names no feature gate that has gone', () => {
    expect(kubeletConfig(contextOf(20))).toMatchObject({
      featureGates: { DevicePlugins: false },
    });
    expect(kubeletConfig(contextOf(28))).not.toHaveProperty('featureGates');
  });
});

describe('two clusters on one machine', () => {
  it('share no range and no name', () => {
    const instance = instanceOf(3, '/var/lib/x');
    const other = clusterNetworkOf(instance, 'destination');
    const flagsOf = (network: typeof net) => [
      ...apiServerFlags({ ...contextOf(20), net: network }),
      ...proxyFlags({ ...contextOf(20), net: network }),
    ];
    for (const flag of [
      '--service-cluster-ip-range',
      '--cluster-cidr',
      '--advertise-address',
      '--hostname-override',
    ]) {
      const of = (network: typeof net) =>
        flagsOf(network).find(text => text.startsWith(`${flag}=`));
      expect(of(net)).toBeDefined();
      expect(of(net)).not.toBe(of(other));
    }
  });

  it('keep all that containerd writes in the directory of the cluster', () => {
    const config = containerdConfig(contextOf(20), '/var/lib/x/c.sock', 'p');
    for (const key of ['root', 'state']) {
      expect(config).toMatch(
        new RegExp(`^${key} = "/var/lib/x/source/containerd/`, 'm'),
      );
    }
    expect(config).toContain('netns_mounts_under_state_dir = true');
  });
});
