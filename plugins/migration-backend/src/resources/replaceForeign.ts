/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { setTimeout as sleep } from 'node:timers/promises';

const DEADLINE_MS = 60_000;
const PAUSE_MS = 300;

/**
 * Deletes what a person chose to replace, that very object, and waits until it is gone: what is applied to an object
 * that is terminating would go with it.
 * @throws ClusterError StillThere after a minute, naming what holds it; to be tried again
 */
export async function replaceForeign(
  cluster: ClusterClient,
  previous: KubernetesObject,
): Promise<void> {
  const { apiVersion, kind, metadata } = previous;
  const { namespace, name, uid } = metadata;
  const key = { apiVersion, kind, namespace, name };
  const deleted = await cluster.delete(key, {
    uid,
    propagation: 'Foreground',
  });
  const deadline = Date.now() + DEADLINE_MS;
  while (deleted === 'deleted') {
    const live = await cluster.get(key);
    if (live?.metadata.uid !== uid) {
      return;
    }
    if (Date.now() > deadline) {
      throw new ClusterError(
        `${kind} ${namespace ? `${namespace}/` : ''}${name} on cluster ${
          cluster.name
        } is to be replaced and is still there a minute after it was deleted. Finalizers hold it: ${(
          live?.metadata.finalizers ?? []
        ).join(', ')}.`,
        409,
        'StillThere',
        cluster.name,
      );
    }
    await sleep(PAUSE_MS);
  }
}
