/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { EntityMigrationCard } from '../../components/EntityMigrationCard';
import { MigrationTab } from '../../components/MigrationTab';
import { rootRouteRef } from '../../routes';
import { exampleCluster, examplePlan, examplePlannedVolume } from '../examples';
import { renderWithApi } from '../renderWithApi';
import {
  listClusters,
  long,
  longMigration,
  longPlan,
  many,
  migration,
  notThere,
  numberedPlan,
  numberedRun,
  only,
  pageOf,
  plan,
} from './fixtures';
import { PageStates } from './PageStates';

const pages = { '/migrations': rootRouteRef };
const all = {
  link: 'All plans of this entity',
  href: '/migrations/plans?entityRef=component%3Adefault%2Fshop',
};

export const Tab: PageStates = {
  show: (api, search) =>
    renderWithApi(
      <MigrationTab />,
      { getPlan: async () => plan, ...api },
      pages,
      search ? many(index => `space-${index}`) : undefined,
    ),
  asks: 'listPlans',
  failed: 'The migration plans could not be loaded',
  parts: {
    listClusters,
    listNamespaces: async () => [],
    listMigrations: async () => [migration],
  },
  emptyParts: [],
  some: { api: { listPlans: only(plan) }, seen: plan.name },
  empty: [
    {
      when: 'there is no plan',
      api: { listPlans: only() },
      says: 'shop is not being moved',
      todo: 'Create plan',
    },
    {
      when: 'no clusters are registered',
      api: { listPlans: only(), listClusters: async () => [] },
      says: 'No clusters are registered',
      todo: 'Register cluster',
    },
  ],
  long: {
    api: {
      listPlans: only(longPlan),
      getPlan: async () => ({
        ...longPlan,
        lastMigration: longMigration,
        volumes: [examplePlannedVolume(long('claim'))],
      }),
      listClusters: async () => [long('east')].map(exampleCluster),
    },
    names: ['plan', 'east', 'west', 'shop', 'moved', 'claim', 'data'].map(long),
  },
  many: [
    {
      row: /^plan-\d+ \(east to west\)$/,
      api: { listPlans: pageOf(numberedPlan) },
      list: 'Plan',
      most: 100,
      rest: all,
    },
    {
      row: /^space-\d+$/,
      search: 'many',
      api: { listPlans: only(plan) },
      most: 10,
    },
  ],
};

/** The part of the tab that has the most. */
export const PlanOnTab: PageStates = {
  ...Tab,
  show: api => Tab.show({ listPlans: only(plan), ...api }),
  asks: 'getPlan',
  failed: 'The plan could not be loaded',
  some: { api: { getPlan: async () => plan }, seen: plan.name },
  empty: [
    {
      when: 'it is not there',
      api: { getPlan: notThere },
      says: /There is none of it/,
      todo: 'Retry',
    },
    {
      when: 'nothing is in it',
      api: { getPlan: async () => examplePlan({ namespaces: [] }) },
      says: /^No claims were found/,
      todo: 'Stage',
    },
  ],
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
      row: /^person-\d+$/,
      api: { listMigrations: async () => many(numberedRun) },
      most: 25,
    },
  ],
};

export const Card: PageStates = {
  show: api => renderWithApi(<EntityMigrationCard />, api, pages),
  asks: 'listPlans',
  failed: 'The migration plans could not be loaded',
  parts: {},
  emptyParts: [],
  some: { api: { listPlans: only(plan) }, seen: plan.name },
  empty: [
    {
      when: 'there is no plan',
      api: { listPlans: only() },
      says: /^No plan moves shop/,
      todo: 'Create plan',
    },
  ],
  long: {
    api: {
      listPlans: only({ ...longPlan, lastMigration: longMigration }),
    },
    names: ['plan', 'east', 'shop'].map(long),
  },
  many: [
    {
      row: /^plan-\d+$/,
      api: { listPlans: pageOf(numberedPlan) },
      most: 3,
      rest: all,
    },
  ],
};
