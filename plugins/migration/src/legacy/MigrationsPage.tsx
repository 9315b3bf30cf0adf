/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Header, HeaderTabs, Page, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import {
  Navigate,
  Route,
  Routes,
  useNavigate,
  useParams,
} from 'react-router-dom';
import { migrationsTabs } from '../pages';
import { rootRouteRef } from '../routes';
import { migrationTranslationRef } from '../translation';

const tabs = migrationsTabs.map(({ path, load }) => ({
  path,
  Component: lazy(async () => ({ default: await load() })),
}));

/** The pages under one header with tabs, which the newer frontend system brings itself. */
export const MigrationsPage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const navigate = useNavigate();
  const [selected] = useParams()['*']?.split('/') ?? [];
  const index = tabs.findIndex(({ path }) => path === selected);
  return (
    <Page themeId="tool">
      <Header title={t('shell.title')} pageTitleOverride={t('shell.title')} />
      <HeaderTabs
        tabs={tabs.map(({ path }) => ({
          id: path,
          label: t(`shell.tabs.${path}`),
        }))}
        selectedIndex={Math.max(index, 0)}
        onChange={chosen => navigate(`${root}/${tabs[chosen].path}`)}
      />
      <Suspense fallback={<Progress />}>
        <Routes>
          {tabs.map(({ path, Component }) => (
            <Route key={path} path={`${path}/*`} element={<Component />} />
          ))}
          <Route path="*" element={<Navigate to={tabs[0].path} replace />} />
        </Routes>
      </Suspense>
    </Page>
  );
};
