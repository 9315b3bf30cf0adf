/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleCluster, examplePlannedVolume } from '../examples';
import { renderPlansAt } from '../renderPage';
import { listClusters, long, longPlan, many, notThere, plan } from './fixtures';
import { Api, PageStates } from './PageStates';

const parts: Api = {
  listRepositories: async () => [],
};
const namespace = (name: string) => ({ name, phase: 'Active' });
const volumes = async () => ({
  volumes: many(index => examplePlannedVolume(`volume-${index}`)),
  conditions: [],
  checks: [],
});

export const NewPlan: PageStates = {
  show: (api, search = '') => renderPlansAt(`/new${search}`, api),
  asks: 'listClusters',
  failed: 'The clusters could not be loaded',
  parts,
  emptyParts: [],
  some: { api: { listClusters }, seen: 'New plan' },
  empty: [
    {
      when: 'no clusters are registered',
      api: { listClusters: async () => [] },
      says: 'No clusters are registered',
      todo: 'To the clusters',
    },
    {
      when: 'a cluster has no namespaces',
      search: '?source=east&step=namespaces',
      api: { listClusters, listNamespaces: async () => [] },
      says: /^There are no namespaces on east/,
      todo: 'Back',
    },
  ],
  long: {
    search: `?step=namespaces&source=east&namespaces=${long('shop')}`,
    api: {
      listClusters,
      listNamespaces: async () => [namespace(long('other'))],
    },
    names: ['shop', 'other'].map(long),
  },
  many: [
    {
      row: /^space-\d+$/,
      search: '?step=namespaces&source=east',
      api: {
        listClusters,
        listNamespaces: async () =>
          many(index => namespace(`space-${String(index).padStart(5, '0')}`)),
      },
      most: 25,
    },
    {
      row: /^volume-\d+$/,
      search: '?step=volumes&source=east&destination=west&namespaces=shop',
      api: { listClusters, discoverPlan: volumes },
      most: 10,
    },
  ],
};

export const EditPlan: PageStates = {
  show: (api, search = '') =>
    renderPlansAt(`/p1/edit${search}`, { listClusters, ...api }),
  asks: 'getPlan',
  failed: 'The plan could not be loaded',
  parts,
  emptyParts: [],
  some: { api: { getPlan: async () => plan }, seen: `Edit plan ${plan.name}` },
  empty: [
    {
      when: 'the plan is not there',
      api: { getPlan: notThere },
      says: /There is none of it/,
      todo: 'All plans',
    },
  ],
  long: {
    api: {
      getPlan: async () => longPlan,
      listClusters: async () =>
        [long('east'), long('west')].map(exampleCluster),
    },
    names: ['plan', 'east', 'west', 'entity'].map(long),
  },
  many: [
    {
      row: /^volume-\d+$/,
      search: '?step=volumes',
      api: { getPlan: async () => plan, discoverPlan: volumes },
      most: 10,
    },
  ],
};
