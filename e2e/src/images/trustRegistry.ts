/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ImageRegistry,
  LocalCluster,
} from '@namespace-migration/local-clusters';

/**
 * The cluster's containerd pulls from this registry, also if images name it otherwise; it reads this at each pull.
 * Returns what takes it back.
 */
export function trustRegistry(
  cluster: LocalCluster,
  registry: ImageRegistry,
  name = registry.host,
): () => void {
  const dir = join(cluster.dir, 'certs.d', name);
  mkdirSync(dir, { recursive: true });
  const ca = join(dir, 'ca.crt');
  writeFileSync(ca, registry.caBundle);
  const url = `https://${registry.host}`;
  writeFileSync(
    join(dir, 'hosts.toml'),
    `server = "${url}"\n[host."${url}"]\n  capabilities = ["pull", "resolve"]\n  ca = "${ca}"\n`,
  );
  return () => rmSync(dir, { recursive: true, force: true });
}
