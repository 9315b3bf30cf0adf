/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClosureKind } from './ClosureKind';

/** What templates of claims will ask for, under its name on the destination. Claims themselves are the volumes' affair. */
export const storageClass: ClosureKind = {
  kind: 'StorageClass',
  apiVersions: ['storage.k8s.io/v1'],
  defaultAction: 'require',
  neededWhere:
    'named by volumeClaimTemplates and ephemeral volumes, after the mapping of classes',
  find: async ({ facts, rewrite }) =>
    [...facts.storageClasses].map(([name, neededBy]) => ({
      name: rewrite.storageClasses[name] ?? name,
      neededBy,
    })),
};
