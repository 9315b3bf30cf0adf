/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Preview } from '@namespace-migration/plugin-migration-common';
import {
  exampleAnalytics,
  examplePlan,
  examplePlannedVolume,
  exampleWave,
} from '../examples';
import { renderPlansAt, renderWavesAt } from '../renderPage';
import {
  long,
  longPlan,
  MANY,
  many,
  migration,
  notThere,
  numberedRun,
  pageOf,
  plan,
} from './fixtures';
import { PageStates } from './PageStates';

const preview: Preview = {
  state: 'completed',
  planHash: plan.hash,
  current: true,
  startedAt: '2026-11-23T16:30:00.000Z',
  endedAt: '2026-11-23T16:31:00.000Z',
  progress: { objects: MANY },
  counts: {
    objects: MANY,
    create: MANY,
    change: 0,
    unchanged: 0,
    adopt: 0,
    replace: 0,
    skip: 0,
    refused: 0,
    notTried: 0,
    warnings: 0,
  },
  conditions: [],
};
const previewed = (name: string) => ({
  object: { apiVersion: 'v1', kind: 'Secret', namespace: 'shop', name },
  action: 'create' as const,
  wave: 1,
  outcome: 'create' as const,
  diff: [],
});

export const Plan: PageStates = {
  show: (api, search = '') => renderPlansAt(`/p1${search}`, api),
  asks: 'getPlan',
  failed: 'The plan could not be loaded',
  parts: {
    listMigrations: async () => [migration],
    getPreview: notThere,
    getAnalytics: notThere,
  },
  emptyParts: ['Nothing was counted yet.', 'There is no preview of this plan'],
  some: { api: { getPlan: async () => plan }, seen: plan.name },
  empty: [
    {
      when: 'it is not there',
      api: { getPlan: notThere },
      says: /There is none of it/,
      todo: 'All plans',
    },
    {
      when: 'nothing is in it',
      api: { getPlan: async () => examplePlan({ namespaces: [] }) },
      says: /^No claims were found/,
      todo: 'Make preview',
    },
  ],
  long: {
    api: {
      getPlan: async () => ({
        ...longPlan,
        volumes: [examplePlannedVolume(long('claim'))],
        hooks: [
          {
            hook: long('hook'),
            phase: 'PreQuiesce',
            cluster: 'source',
            namespace: long('shop'),
            serviceAccount: long('account'),
          },
        ],
      }),
      getPreview: async () => preview,
      listPreviewedObjects: async () => ({
        items: [previewed(long('secret'))],
        totalItems: 1,
      }),
    },
    names: [
      ...['plan', 'east', 'west', 'shop', 'moved', 'claim'].map(long),
      ...['hook', 'account', 'secret'].map(long),
    ],
  },
  many: [
    {
      row: /^volume-\d+$/,
      api: {
        getPlan: async () =>
          examplePlan({
            volumes: many(index => examplePlannedVolume(`volume-${index}`)),
          }),
      },
      most: 10,
    },
    {
      row: /^Secret secret-\d+$/,
      api: {
        getPlan: async () => plan,
        getPreview: async () => preview,
        listPreviewedObjects: (_, query) =>
          pageOf(index => previewed(`secret-${index}`))(query),
      },
      most: 25,
      paged: 'listPreviewedObjects',
    },
    {
      row: /^person-\d+$/,
      api: {
        getPlan: async () => plan,
        listMigrations: async () => many(numberedRun),
      },
      most: 25,
    },
    {
      row: /^space-\d+$/,
      api: {
        getPlan: async () => plan,
        getAnalytics: async () =>
          exampleAnalytics({
            namespaces: many(index => ({
              ...exampleAnalytics().namespaces[0],
              namespace: `space-${index}`,
            })),
          }),
      },
      most: 25,
    },
  ],
};

export const Wave: PageStates = {
  show: (api, search = '') => renderWavesAt(`/w1${search}`, api),
  asks: 'getWave',
  failed: 'The wave could not be loaded',
  parts: {},
  emptyParts: [],
  some: {
    api: { getWave: async () => exampleWave(['Running']) },
    seen: 'plan-0',
  },
  empty: [
    {
      when: 'it is not there',
      api: { getWave: notThere },
      says: /There is none of it/,
      todo: 'All waves',
    },
    {
      when: 'nothing is in it',
      api: { getWave: async () => exampleWave([]) },
      says: 'No plan of the wave is in this state.',
      todo: 'All waves',
    },
  ],
  long: {
    api: {
      getWave: async () => {
        const wave = exampleWave(['Waiting'], { name: long('wave') });
        Object.assign(wave.plans![0], {
          name: long('plan'),
          source: long('east'),
          destination: long('west'),
          after: [long('other')],
        });
        return wave;
      },
    },
    names: ['wave', 'plan', 'east', 'west', 'other'].map(long),
  },
  many: [
    {
      row: /^plan-\d+$/,
      api: { getWave: async () => exampleWave(many(() => 'Succeeded')) },
      most: 25,
    },
  ],
};
