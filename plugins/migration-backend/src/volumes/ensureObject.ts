/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { createUnlessThere } from './runMover';

/** The object as it is there, made if it is not. */
export async function ensureObject(
  cluster: ClusterClient,
  object: KubernetesObject,
): Promise<KubernetesObject> {
  const existing = await cluster.get({
    ...object,
    namespace: object.metadata.namespace,
    name: object.metadata.name,
  });
  return existing ?? createUnlessThere(cluster, object);
}
