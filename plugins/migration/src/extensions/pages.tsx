/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import SwapHoriz from '@material-ui/icons/SwapHoriz';
import { shellMessages } from '../messages/shell';
import { migrationsTabs } from '../pages';
import { rootRouteRef } from '../routes';

// an app changes these titles by configuration: Backstage reads them before there are translations
export const migrationsPage = PageBlueprint.make({
  params: {
    path: '/migrations',
    title: shellMessages.title,
    icon: <SwapHoriz fontSize="inherit" />,
    routeRef: rootRouteRef,
  },
});

const subPages = migrationsTabs.map(({ path, load }) =>
  SubPageBlueprint.make({
    name: path,
    params: {
      path,
      title: shellMessages.tabs[path],
      loader: async () => {
        const Component = await load();
        return <Component />;
      },
    },
  }),
);

export const pages = [migrationsPage, ...subPages];
