/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readlinkSync } from 'node:fs';
import {
  clusterNames,
  clusterNetworkOf,
  type ClusterName,
  type Instance,
} from '../instance';
import { tryRun } from '../command';
import { tracesOf } from '../containers/traces';
import { sleep } from '../deadline';
import type { ProcessRecords } from './processRecords';
import {
  allPids,
  ancestorsOf,
  cgroupsOfProcess,
  environmentOfProcess,
  identityOf,
  isAlive,
  networkNamespaceOfProcess,
  type ProcessIdentity,
} from './processTable';

/** Set in the environment of every process that we start: even one whose record was never written is found by it. */
export const markerVariable = 'NAMESPACE_MIGRATION_LOCAL_CLUSTERS_OF';

export const markerOf = (instance: Instance, cluster?: ClusterName) => ({
  [markerVariable]: `${instance.stateDir}#${cluster ?? ''}`,
});

export interface ProcessTraits {
  environment: string[];
  networkNamespace: string;
  cgroups: string;
}

export interface Ownership {
  instance: Instance;
  /** Links as in `net:[4026532281]` of those network namespaces of ours that exist. */
  networkNamespaces: string[];
  /** A container's cgroup is named by its id, wherever the kernel keeps it. */
  containerIds: Set<string>;
}

/** Daemons are known by the marker or by their network namespace, containers by their cgroup. */
export function isOwn(traits: ProcessTraits, owner: Ownership): boolean {
  const marked = traits.environment.some(entry =>
    entry.startsWith(`${markerVariable}=${owner.instance.stateDir}#`),
  );
  if (marked || owner.networkNamespaces.includes(traits.networkNamespace)) {
    return true;
  }
  return traits.cgroups
    .split('\n')
    .some(line => line.split('/').some(part => owner.containerIds.has(part)));
}

/** Processes of this instance that run now, never this process or one above it. */
export async function findOwnProcesses(
  instance: Instance,
  records: ProcessRecords,
): Promise<ProcessIdentity[]> {
  const networkNamespaces: string[] = [];
  for (const name of clusterNames) {
    const { namespace } = clusterNetworkOf(instance, name);
    const link = await tryRun('nsenter', [
      `--net=/run/netns/${namespace}`,
      'readlink',
      '/proc/self/ns/net',
    ]);
    const found = link?.trim();
    // A half-made namespace is an empty file: nsenter refuses it. One that is ours alone is never the host's.
    if (found && found !== readlinkSync('/proc/self/ns/net')) {
      networkNamespaces.push(found);
    }
  }
  const containerIds = tracesOf(instance).ids;
  const untouchable = ancestorsOf(process.pid);
  const recorded = new Set(
    records
      .all()
      .filter(isAlive)
      .map(record => record.pid),
  );
  const found: ProcessIdentity[] = [];
  for (const pid of allPids()) {
    if (untouchable.has(pid)) {
      continue;
    }
    const own =
      recorded.has(pid) ||
      isOwn(
        {
          environment: environmentOfProcess(pid),
          networkNamespace: networkNamespaceOfProcess(pid),
          cgroups: cgroupsOfProcess(pid),
        },
        { instance, networkNamespaces, containerIds },
      );
    const identity = own ? identityOf(pid) : undefined;
    if (identity) {
      found.push(identity);
    }
  }
  return found;
}

/** Kills at once what `find` gives, again and again until it gives nothing: one that dies may leave a newborn child. */
export async function killAll(
  find: () => Promise<ProcessIdentity[]>,
  deadlineSeconds = 30,
): Promise<number> {
  const killed = new Set<number>();
  const end = Date.now() + deadlineSeconds * 1000;
  for (;;) {
    const found = await find();
    if (found.length === 0) {
      return killed.size;
    }
    if (Date.now() > end) {
      throw new Error(
        `Processes ${found
          .map(p => p.pid)
          .join(
            ', ',
          )} outlive SIGKILL for ${deadlineSeconds} s; they hang in the kernel (see /proc/PID/stack)`,
      );
    }
    for (const identity of found) {
      if (isAlive(identity)) {
        try {
          process.kill(identity.pid, 'SIGKILL');
          killed.add(identity.pid);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
            throw error;
          }
        }
      }
    }
    await sleep(100);
  }
}
