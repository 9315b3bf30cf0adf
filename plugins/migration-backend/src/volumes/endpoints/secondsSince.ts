/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** Age of an object by the clock of this machine; clocks of clusters differ by a little. */
export function secondsSince(object: KubernetesObject): number {
  const { creationTimestamp } = object.metadata;
  return creationTimestamp
    ? (Date.now() - Date.parse(creationTimestamp)) / 1000
    : 0;
}
