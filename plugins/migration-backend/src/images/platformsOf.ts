/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterClient } from '@namespace-migration/plugin-migration-node';

/** Of a cluster's nodes, for example linux/amd64. */
export async function platformsOf(cluster: ClusterClient): Promise<string[]> {
  const nodes = await cluster.list({ apiVersion: 'v1', kind: 'Node' });
  const platforms = nodes
    .map(({ status }) => status?.nodeInfo)
    .filter(info => info?.operatingSystem && info.architecture)
    .map(info => `${info.operatingSystem}/${info.architecture}`);
  return [...new Set(platforms)].sort();
}
