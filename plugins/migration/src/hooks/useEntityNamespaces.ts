/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { namespacesOfEntity } from '@namespace-migration/plugin-migration-common';
import { useMemo } from 'react';

export interface EntityNamespaces {
  /** For example component:default/shop */
  entityRef: string;
  namespaces: string[];
}

/** The namespaces that the annotations of the page's entity name. */
export function useEntityNamespaces(): EntityNamespaces {
  const { entity } = useEntity();
  return useMemo(
    () => ({
      entityRef: stringifyEntityRef(entity),
      namespaces: namespacesOfEntity(entity),
    }),
    [entity],
  );
}
