/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ObjectRef } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** For `Condition.object`. */
export function refOf(cluster: string, object: KubernetesObject): ObjectRef {
  const { name, namespace, uid } = object.metadata;
  const { apiVersion, kind } = object;
  return { cluster, apiVersion, kind, namespace, name, uid };
}

/** `a, b, c and 4 more`: messages stay readable with hundreds of objects. */
export function someOf(names: string[], most = 5): string {
  const unique = [...new Set(names)];
  return unique.length > most
    ? `${unique.slice(0, most).join(', ')} and ${unique.length - most} more`
    : unique.join(', ');
}
