/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tryRun } from '../command';
import type { ContainerTraces } from './traces';

/** The containers' processes must have ended. */
export async function removeTraces(traces: ContainerTraces): Promise<void> {
  for (const path of new Set(traces.networkNamespaces)) {
    await tryRun('umount', ['-l', path]);
    rmSync(path, { force: true });
  }
  for (const path of [...traces.networkResults, ...traces.shimSockets]) {
    rmSync(path, { force: true });
  }
  for (const id of traces.ids) {
    rmSync(`/run/containerd/runc/k8s.io/${id}`, {
      recursive: true,
      force: true,
    });
  }
  await removeCgroups(traces.ids);
  removePodLogs(traces.podUids);
}

/** A cgroup is a directory of the container's id, in one hierarchy or, with cgroup v1, in each of several. */
async function removeCgroups(ids: Set<string>): Promise<void> {
  const found = await tryRun('find', [
    '/sys/fs/cgroup',
    '-depth',
    '-type',
    'd',
    '-path',
    '*/k8s.io/*',
  ]);
  for (const path of (found ?? '').split('\n')) {
    if (path.split('/').some(part => ids.has(part))) {
      await tryRun('rmdir', [path]);
    }
  }
}

/** Kubelet's place for them cannot be chosen in every version. */
function removePodLogs(podUids: Set<string>): void {
  const pods = '/var/log/pods';
  for (const name of existsSync(pods) ? readdirSync(pods) : []) {
    if (podUids.has(name.slice(name.lastIndexOf('_') + 1))) {
      rmSync(join(pods, name), { recursive: true, force: true });
    }
  }
  const links = '/var/log/containers';
  for (const name of existsSync(links) ? readdirSync(links) : []) {
    const target = linkTarget(join(links, name));
    if (target && [...podUids].some(uid => target.includes(`_${uid}/`))) {
      rmSync(join(links, name), { force: true });
    }
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined; // no link
  }
}
