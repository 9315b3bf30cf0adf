/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContents } from './extensions/entityContents';
import { migrationsPage } from './extensions/pages';
import {
  EntityMigrationContent,
  isMigrationAvailable,
  MigrationsPage,
} from './legacy';
import { migrationPlugin as legacyPlugin } from './legacy/plugin';
import { migrationsTabs } from './pages';

const entity = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', annotations },
});

const cases: Array<[Record<string, string> | undefined, boolean]> = [
  [{ 'namespace-migration.io/namespaces': 'shop' }, true],
  [{ 'backstage.io/kubernetes-namespace': 'shop' }, true],
  [{ 'backstage.io/kubernetes-id': 'shop' }, false],
  [undefined, false],
];

describe('the tab', () => {
  it.each(cases)('of an entity annotated %j: %s', (annotations, expected) => {
    const filter = createExtensionTester(entityContents[0]).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    );
    expect(filter!(entity(annotations))).toBe(expected);
    expect(isMigrationAvailable(entity(annotations))).toBe(expected);
  });

  it('is there for the frontend system before, with its API', () => {
    expect([...legacyPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.migration.client',
    ]);
    expect(EntityMigrationContent).toBeDefined();
  });
});

describe('the pages', () => {
  it('are tabs of one page, which the sidebar can show', () => {
    const tester = createExtensionTester(migrationsPage);
    expect(tester.get(coreExtensionData.routePath)).toBe('/migrations');
    expect(tester.get(coreExtensionData.title)).toBe('Migrations');
    expect(tester.get(coreExtensionData.icon)).toBeDefined();
    expect(tester.get(coreExtensionData.routeRef)).toBeDefined();
    expect(migrationsTabs.map(({ path }) => path)).toEqual([
      'plans',
      'waves',
      'clusters',
      'repositories',
      'hooks',
    ]);
  });

  it('are there for the frontend system before', () => {
    expect(MigrationsPage).toBeDefined();
    expect(Object.keys(legacyPlugin.routes)).toEqual([
      'root',
      'plan',
      'newPlan',
      'editPlan',
      'migration',
      'wave',
      'entityContent',
    ]);
  });
});
