/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { MigrationApi } from '@namespace-migration/plugin-migration-common';
import { Route, Routes, useLocation } from 'react-router-dom';
import { migrationApiRef } from '../api/migrationApiRef';
import { PlansRoutes } from '../pages/PlansPage';
import { WavesRoutes } from '../pages/WavesPage';
import { rootRouteRef } from '../routes';

const Where = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="where">{pathname + search}</output>;
};

/** The pages below /migrations/plans at a path, with the given operations of the API; the address is an output. */
export function renderPlansAt(path: string, api: Partial<MigrationApi>) {
  return renderAt(`/migrations/plans${path}`, api);
}

/** The pages below /migrations/waves at a path. */
export function renderWavesAt(path: string, api: Partial<MigrationApi>) {
  return renderAt(`/migrations/waves${path}`, api);
}

function renderAt(path: string, api: Partial<MigrationApi>) {
  return renderInTestApp(
    <>
      <Where />
      <Routes>
        <Route path="/migrations/plans/*" element={<PlansRoutes />} />
        <Route path="/migrations/waves/*" element={<WavesRoutes />} />
      </Routes>
    </>,
    {
      apis: [
        [
          migrationApiRef,
          { listDrafts: async () => [], ...api } as MigrationApi,
        ],
      ],
      initialRouteEntries: [path],
      mountPath: '/*',
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/migrations': rootRouteRef,
      },
    },
  );
}
