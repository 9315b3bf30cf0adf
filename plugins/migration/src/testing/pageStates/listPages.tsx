/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ReactElement } from 'react';
import { ClustersPage } from '../../pages/ClustersPage';
import { HooksPage } from '../../pages/HooksPage';
import { RepositoriesPage } from '../../pages/RepositoriesPage';
import {
  exampleCluster,
  exampleHook,
  exampleRepository,
  exampleWave,
} from '../examples';
import { renderPlansAt, renderWavesAt } from '../renderPage';
import { renderWithApi } from '../renderWithApi';
import {
  listClusters,
  long,
  longPlan,
  many,
  numberedPlan,
  only,
  pageOf,
  plan,
} from './fixtures';
import { PageStates } from './PageStates';

export const Plans: PageStates = {
  show: (api, search = '') => renderPlansAt(search, api),
  asks: 'listPlans',
  failed: 'The plans could not be loaded',
  parts: { listDrafts: async () => [], listClusters },
  above: 'listDrafts',
  emptyParts: [],
  some: { api: { listPlans: only(plan) }, seen: plan.name },
  empty: [
    {
      when: 'there are none',
      api: { listPlans: only() },
      says: 'There are no plans yet',
      todo: 'New plan',
    },
    {
      when: 'none matches',
      api: { listPlans: only() },
      search: '?search=x',
      says: 'No plan matches these filters',
      todo: 'Clear filters',
    },
  ],
  long: {
    api: { listPlans: only(longPlan) },
    names: ['plan', 'east', 'west', 'entity', 'shop'].map(long),
  },
  many: [
    {
      row: /^plan-\d+$/,
      api: { listPlans: pageOf(numberedPlan) },
      most: 25,
      paged: 'listPlans',
    },
  ],
};

export const Waves: PageStates = {
  show: (api, search = '') => renderWavesAt(search, api),
  asks: 'listWaves',
  failed: 'The waves could not be loaded',
  parts: {},
  emptyParts: [],
  some: { api: { listWaves: only(exampleWave(['Running'])) }, seen: 'evening' },
  empty: [
    {
      when: 'there are none',
      api: { listWaves: only() },
      says: 'There are no waves yet',
      todo: 'Select plans',
    },
  ],
  long: {
    api: { listWaves: only(exampleWave([], { name: long('wave') })) },
    names: [long('wave')],
  },
  many: [
    {
      row: /^wave-\d+$/,
      api: {
        listWaves: pageOf(index =>
          exampleWave([], { id: `w${index}`, name: `wave-${index}` }),
        ),
      },
      most: 25,
      paged: 'listWaves',
    },
  ],
};

/** They are alike, and the server answers with all that is registered. */
function registry<T extends { name: string; title?: string }>(
  what: string,
  register: string,
  page: ReactElement,
  asks: PageStates['asks'],
  example: (name: string) => T,
): PageStates {
  const answering = (items: T[]) => ({ [asks]: async () => items });
  return {
    show: api => renderWithApi(page, api),
    asks,
    failed: `The ${what} could not be loaded`,
    parts: {},
    emptyParts: [],
    some: { api: answering([example('one')]), seen: 'one' },
    empty: [
      {
        when: 'there are none',
        api: answering([]),
        says: `No ${what} are registered`,
        todo: register,
      },
    ],
    long: {
      api: answering([
        { ...example(long('titled')), title: long('title') },
        example(long('other')),
      ]),
      names: ['titled', 'title', 'other'].map(long),
    },
    many: [
      {
        row: /^some-\d+$/,
        api: answering(many(index => example(`some-${index}`))),
        most: 50,
      },
    ],
  };
}

export const Clusters = registry(
  'clusters',
  'Register cluster',
  <ClustersPage />,
  'listClusters',
  exampleCluster,
);

export const Repositories = registry(
  'repositories',
  'Register repository',
  <RepositoriesPage />,
  'listRepositories',
  exampleRepository,
);

export const Hooks = registry(
  'hooks',
  'Register hook',
  <HooksPage />,
  'listHooks',
  exampleHook,
);
