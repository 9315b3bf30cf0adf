/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync } from 'node:fs';
import {
  clustersOf,
  instanceFor,
  type EnvironmentOptions,
} from './environment';
import type { Cluster } from './kubernetes/cluster';
import { Daemons } from './processes/daemons';

export interface ComponentStatus {
  component: string;
  healthy: boolean;
  detail: string;
}

/** What should run and whether it does; empty when nothing was brought up. */
export async function status(
  options: EnvironmentOptions = {},
): Promise<ComponentStatus[]> {
  const instance = instanceFor(options);
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
    if (existsSync(cluster.kubeconfigPath)) {
      rows.push(await nodeStatus(cluster));
    }
  }
  return rows;
}

async function nodeStatus(cluster: Cluster): Promise<ComponentStatus> {
  const component = `${cluster.name}-node`;
  try {
    const { api } = cluster; // another user may not read its keys
    const healthy = await api
      .isNodeReady(cluster.net.nodeName)
      .finally(() => api.close());
    return {
      component,
      healthy,
      detail: healthy ? `Ready, ${cluster.server}` : 'not Ready',
    };
  } catch (error) {
    return { component, healthy: false, detail: (error as Error).message };
  }
}
