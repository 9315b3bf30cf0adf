/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleMigration, exampleVolume } from '../examples';
import { renderPlansAt } from '../renderPage';
import {
  long,
  longMigration,
  longPlan,
  MANY,
  many,
  migration,
  notThere,
  plan,
} from './fixtures';
import { PageStates } from './PageStates';

const object = (name: string) => ({
  object: { apiVersion: 'v1', kind: 'Secret', namespace: long('shop'), name },
  wave: 1,
  action: 'create' as const,
  state: 'verified' as const,
});
const hookRun = (hook: string) => ({
  id: hook,
  hook,
  kind: 'http' as const,
  phase: 'PreQuiesce' as const,
  position: 0,
  attempt: 1,
  state: 'succeeded' as const,
  startedAt: '2026-11-23T17:00:00.000Z',
  endedAt: '2026-11-23T17:00:07.000Z',
});
const pod = (name: string) => ({
  cluster: 'east',
  namespace: 'shop',
  name,
  component: 'mover',
  phase: 'Running',
  containers: [],
});
const event = (id: number) => ({
  id,
  time: '2026-11-23T17:00:00.000Z',
  level: 'info' as const,
  reason: 'Progress',
  message: `event-${MANY - 1 - id}`,
});

export const Migration: PageStates = {
  show: (api, search = '') =>
    renderPlansAt(`/p1/migrations/m1${search}`, {
      getPlan: async () => plan,
      ...api,
    }),
  asks: 'getMigration',
  failed: 'The migration could not be loaded',
  parts: {
    listMigrationObjects: async () => [],
    listMigrationPods: async () => ({ items: [] }),
    listMigrationResources: async () => [],
    listMigrations: async () => [],
    listHookRuns: async () => [],
    listMigrationEvents: async () => [],
  },
  emptyParts: [
    'No objects were handled yet.',
    'This migration has run no hooks.',
    'Nothing has happened yet.',
    'No mover or hook runs now.',
    'This is the first stage of the plan.',
  ],
  some: { api: { getMigration: async () => migration }, seen: 'shop/data' },
  empty: [
    {
      when: 'it is not there',
      api: { getMigration: notThere },
      says: /There is none of it/,
      todo: 'The plan',
    },
    {
      when: 'nothing is in it',
      api: {
        getMigration: async () =>
          exampleMigration({ startedAt: undefined, phases: [], volumes: [] }),
      },
      says: 'Nothing has happened yet.',
      todo: 'Plan shop-to-west',
    },
  ],
  long: {
    api: {
      getPlan: async () => longPlan,
      getMigration: async () => longMigration,
      listMigrationObjects: async () => [object(long('secret'))],
      listHookRuns: async () => [hookRun(long('hook'))],
      listMigrationPods: async () => ({ items: [pod(long('pod'))] }),
    },
    names: ['plan', 'shop', 'data', 'secret', 'hook', 'pod'].map(long),
  },
  many: [
    {
      row: /^shop\/volume-\d+$/,
      api: {
        getMigration: async () => ({
          ...migration,
          volumes: many(index => exampleVolume({ claim: `volume-${index}` })),
        }),
      },
      most: 25,
    },
    {
      row: /^Secret secret-\d+$/,
      api: {
        getMigration: async () => migration,
        listMigrationObjects: async () =>
          many(index => object(`secret-${index}`)),
      },
      most: 25,
    },
    {
      row: /^hook-\d+$/,
      api: {
        getMigration: async () => migration,
        listHookRuns: async () => many(index => hookRun(`hook-${index}`)),
      },
      most: 25,
    },
    {
      row: /pod-\d+$/,
      api: {
        getMigration: async () => migration,
        listMigrationPods: async () => ({
          items: many(index => pod(`pod-${index}`)),
        }),
      },
      most: 25,
    },
    {
      row: /^event-\d+$/,
      api: {
        getMigration: async () => migration,
        listMigrationEvents: async (_, { after = -1, limit = 0 } = {}) =>
          many(event).slice(after + 1, after + 1 + limit),
      },
      most: 25,
    },
  ],
};
