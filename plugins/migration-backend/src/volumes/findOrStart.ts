/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { MoverPodOptions } from './moverPod';
import { TransferContext } from './TransferContext';

/** A mover that is there already goes on whatever the limits are now. */
export async function findOrStart(
  { source, slots, limits }: TransferContext,
  { namespace, name, nodeName }: MoverPodOptions,
  waits: boolean,
  start: () => Promise<KubernetesObject>,
): Promise<{ taken: KubernetesObject } | { waitingFor: string }> {
  const existing = await source.get({
    apiVersion: 'v1',
    kind: 'Pod',
    namespace,
    name,
  });
  if (existing || !waits) {
    return { taken: existing ?? (await start()) };
  }
  return slots.take(source, limits, nodeName, start);
}
