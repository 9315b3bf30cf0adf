/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  KUBERNETES_NAMESPACE_ANNOTATION,
  NAMESPACES_ANNOTATION,
} from '@namespace-migration/plugin-migration-common';

// a list would give each predicate the other's path too, as one that may be undefined
const any = <T extends object[]>(...$any: T) => ({ $any });

/** Entities that name namespaces. A predicate and no function, so that an app can change it by configuration. */
export const namespacesAnnotated = any(
  { [`metadata.annotations.${NAMESPACES_ANNOTATION}`]: { $exists: true } },
  {
    [`metadata.annotations.${KUBERNETES_NAMESPACE_ANNOTATION}`]: {
      $exists: true,
    },
  },
);
