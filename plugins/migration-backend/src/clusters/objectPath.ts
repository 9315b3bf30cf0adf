/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceType } from '@namespace-migration/plugin-migration-node';

export function collectionPath(type: ResourceType, namespace?: string): string {
  const base = type.group
    ? `/apis/${type.group}/${type.version}`
    : `/api/${type.version}`;
  return type.namespaced && namespace
    ? `${base}/namespaces/${encodeURIComponent(namespace)}/${type.resource}`
    : `${base}/${type.resource}`;
}

export function pathOf(
  type: ResourceType,
  key: { namespace?: string; name: string },
): string {
  return `${collectionPath(type, key.namespace)}/${encodeURIComponent(
    key.name,
  )}`;
}
