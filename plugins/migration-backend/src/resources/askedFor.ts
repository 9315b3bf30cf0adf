/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATED_BY_PLAN_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** What the destination is asked for: the object, with a note of whose it is. */
export function askedFor(
  object: KubernetesObject,
  planId: string,
): KubernetesObject {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        [MIGRATED_BY_PLAN_ANNOTATION]: planId,
      },
    },
  };
}
