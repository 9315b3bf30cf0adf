/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clusterNames, type Instance } from '../instance';

/** What the pods of one instance leave outside of its state directory, where every runtime of the machine writes. */
export interface ContainerTraces {
  /** Ids of containers and pod sandboxes. */
  ids: Set<string>;
  podUids: Set<string>;
  /** Sockets of containerd's shims, in /run/containerd/s. */
  shimSockets: string[];
  /** Mounts in /run/netns; a containerd of ours puts none there any more. */
  networkNamespaces: string[];
  /** Files that libcni keeps in /var/lib/cni/results. */
  networkResults: string[];
}

export const networkResultsDir = '/var/lib/cni/results';

const namesIn = (dir: string): string[] =>
  existsSync(dir) ? readdirSync(dir) : [];

/**
 * From the records of containerd and kubelet in the state directory, and from libcni's, which name the configuration
 * that they were made with. All of them outlive a crash.
 */
export function tracesOf(
  instance: Instance,
  resultsDir = networkResultsDir,
): ContainerTraces {
  const traces: ContainerTraces = {
    ids: new Set(),
    podUids: new Set(),
    shimSockets: [],
    networkNamespaces: [],
    networkResults: [],
  };
  for (const name of clusterNames) {
    const dir = join(instance.stateDir, name);
    const tasks = join(
      dir,
      'containerd/state/io.containerd.runtime.v2.task/k8s.io',
    );
    for (const id of [tasks, ...criDirectories(dir)].flatMap(namesIn)) {
      traces.ids.add(id);
    }
    for (const id of namesIn(tasks)) {
      const socket = shimSocketOf(join(tasks, id, 'address'));
      if (socket) {
        traces.shimSockets.push(socket);
      }
    }
    for (const uid of namesIn(join(dir, 'kubelet/pods'))) {
      traces.podUids.add(uid);
    }
  }
  const results = namesIn(resultsDir)
    .map(file => readResult(join(resultsDir, file)))
    .filter(result => result !== undefined);
  for (const result of results) {
    if (result.dataDir?.startsWith(`${instance.stateDir}/`)) {
      traces.ids.add(result.containerId);
      if (result.podUid) {
        traces.podUids.add(result.podUid);
      }
    }
  }
  for (const result of results) {
    // the loopback's result names no data directory, but the same sandbox
    if (traces.ids.has(result.containerId)) {
      traces.networkResults.push(result.file);
      traces.networkNamespaces.push(...result.sandboxes);
    }
  }
  return traces;
}

const criDirectories = (dir: string): string[] =>
  ['root', 'state'].flatMap(part =>
    ['sandboxes', 'containers'].map(kind =>
      join(dir, `containerd/${part}/io.containerd.grpc.v1.cri/${kind}`),
    ),
  );

function shimSocketOf(addressFile: string): string | undefined {
  try {
    const address = readFileSync(addressFile, 'utf8').trim();
    return /^unix:\/\/(\/run\/containerd\/s\/[0-9a-f]+)$/.exec(address)?.[1];
  } catch {
    return undefined; // the shim never came so far
  }
}

interface NetworkResult {
  file: string;
  containerId: string;
  podUid?: string;
  dataDir?: string;
  /** Paths of the mounts. */
  sandboxes: string[];
}

/** Undefined for a file that is not libcni's, or only half of it. */
function readResult(file: string): NetworkResult | undefined {
  try {
    const cached = JSON.parse(readFileSync(file, 'utf8'));
    const config = JSON.parse(
      Buffer.from(cached.config, 'base64').toString('utf8'),
    );
    return {
      file,
      containerId: cached.containerId,
      podUid: cached.cniArgs?.find(
        ([key]: [string, string]) => key === 'K8S_POD_UID',
      )?.[1],
      dataDir: config.plugins?.find((plugin: any) => plugin.ipam)?.ipam.dataDir,
      sandboxes: (cached.result?.interfaces ?? [])
        .map((found: any) => found.sandbox?.replace(/^\/var\/run\//, '/run/'))
        .filter((path?: string) =>
          /^\/run\/netns\/cni-[0-9a-f-]+$/.test(path ?? ''),
        ),
    };
  } catch {
    return undefined;
  }
}
