/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  COMPONENT_LABEL,
  MIGRATION_LABEL,
  MoverLimits,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { containersHaveEnded } from './containersHaveEnded';

const working = ['sender', 'comparer', 'prover', 'backup'].join(',');

/**
 * Movers that read a cluster's volumes at once, of all migrations. They are counted on the cluster itself, so nothing is to be
 * given back and other replicas of the portal count too; only two replicas that look in the same moment may together
 * go one over a limit.
 */
export class MoverSlots {
  private readonly turns = new Map<string, Promise<unknown>>();

  /** Runs `create` when there is room for one more mover, or says what is waited for. */
  async take<T>(
    cluster: ClusterClient,
    limits: MoverLimits,
    nodeName: string | undefined,
    create: () => Promise<T>,
  ): Promise<{ taken: T } | { waitingFor: string }> {
    if (!limits.moversPerCluster && !limits.moversPerNode) {
      return { taken: await create() };
    }
    const before = this.turns.get(cluster.name) ?? Promise.resolve();
    const turn = before.then(async () => {
      const movers = await cluster.list(
        { apiVersion: 'v1', kind: 'Pod' },
        {
          labelSelector: `${MIGRATION_LABEL},${COMPONENT_LABEL} in (${working})`,
        },
      );
      const full = whatIsFull(movers, limits, nodeName);
      return full
        ? { waitingFor: `a free place for a mover on ${cluster.name}: ${full}` }
        : { taken: await create() };
    });
    this.turns.set(
      cluster.name,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** The limit that leaves no room for one more mover, on this node or wherever the scheduler puts it. */
export function whatIsFull(
  movers: KubernetesObject[],
  limits: MoverLimits,
  nodeName?: string,
): string | undefined {
  const running = movers.filter(pod => !containersHaveEnded(pod));
  const { moversPerCluster, moversPerNode } = limits;
  if (moversPerCluster && running.length >= moversPerCluster) {
    return `${running.length} are running and moversPerCluster is ${moversPerCluster}`;
  }
  const here = running.filter(pod => pod.spec.nodeName === nodeName);
  return moversPerNode && nodeName && here.length >= moversPerNode
    ? `${here.length} are running on node ${nodeName} and moversPerNode is ${moversPerNode}`
    : undefined;
}
