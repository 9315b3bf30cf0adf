/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync } from 'node:fs';
import { run, tryRun } from '../command';
import { clusterNetworkOf, type ClusterName, type Instance } from '../instance';

export async function ensureBridge(instance: Instance): Promise<void> {
  if (!(await tryRun('ip', ['link', 'show', instance.bridge]))) {
    await run('ip', ['link', 'add', instance.bridge, 'type', 'bridge']);
    await run('ip', [
      'addr',
      'add',
      `${instance.hostAddress}/24`,
      'dev',
      instance.bridge,
    ]);
  }
  await run('ip', ['link', 'set', instance.bridge, 'up']);
}

/** A cluster's network namespace on the bridge. What a failed start left half-made is made anew. */
export async function ensureNetworkNamespace(
  instance: Instance,
  name: ClusterName,
): Promise<void> {
  const net = clusterNetworkOf(instance, name);
  const whole =
    existsSync(`/run/netns/${net.namespace}`) &&
    (
      await tryRun('nsenter', [
        `--net=/run/netns/${net.namespace}`,
        'ip',
        'addr',
        'show',
        'dev',
        'eth0',
      ])
    )?.includes(net.nodeAddress);
  if (!whole) {
    await removeNetworkNamespace(instance, name);
    await run('ip', ['netns', 'add', net.namespace]);
    await run('ip', [
      'link',
      'add',
      net.hostInterface,
      'type',
      'veth',
      'peer',
      'name',
      'eth0',
      'netns',
      net.namespace,
    ]);
    await run('ip', [
      'link',
      'set',
      net.hostInterface,
      'master',
      instance.bridge,
      'up',
    ]);
    const inside = (...args: string[]) =>
      run('ip', ['-n', net.namespace, ...args]);
    await inside('addr', 'add', `${net.nodeAddress}/24`, 'dev', 'eth0');
    await inside('link', 'set', 'eth0', 'up');
    await inside('link', 'set', 'lo', 'up');
    await inside('route', 'add', 'default', 'via', instance.hostAddress);
  }
  await run('nsenter', [
    `--net=/run/netns/${net.namespace}`,
    'sysctl',
    '-qw',
    'net.ipv4.ip_forward=1',
  ]);
}

export async function removeNetworkNamespace(
  instance: Instance,
  name: ClusterName,
): Promise<void> {
  const net = clusterNetworkOf(instance, name);
  await tryRun('ip', ['link', 'del', net.hostInterface]);
  if (existsSync(`/run/netns/${net.namespace}`)) {
    await run('ip', ['netns', 'del', net.namespace]);
  }
}

export async function removeBridge(instance: Instance): Promise<void> {
  await tryRun('ip', ['link', 'del', instance.bridge]);
}
