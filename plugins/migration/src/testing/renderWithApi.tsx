/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { MigrationApi } from '@namespace-migration/plugin-migration-common';
import { ReactElement } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';

const entityWith = (namespaces: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: { 'namespace-migration.io/namespaces': namespaces.join(',') },
  },
});

/** On the page of the component "shop", with the given operations of the API; any other one is an error. */
export function renderWithApi(
  element: ReactElement,
  api: Partial<MigrationApi>,
  mountedRoutes: NonNullable<
    Parameters<typeof renderInTestApp>[1]
  >['mountedRoutes'] = {},
  namespaces = ['shop'],
) {
  const entity = entityWith(namespaces);
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      apis: [[migrationApiRef, api as MigrationApi]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...mountedRoutes,
      },
    },
  );
}
