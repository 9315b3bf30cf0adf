/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  exampleCluster,
  exampleMigration,
  examplePlan,
  exampleVolume,
} from '../examples';
import { refused } from '../refused';

export const MANY = 10_000;

/** As long as a cluster lets a name be. */
export const long = (name: string) => name.padEnd(253, `-${name}`);

export const many = <T>(of: (index: number) => T) =>
  Array.from({ length: MANY }, (_, index) => of(index));

/** A page of many, as the server gives it. */
export const pageOf =
  <T>(of: (index: number) => T) =>
  async (query: { limit?: number; offset?: number } = {}) => {
    const { limit = 100, offset = 0 } = query;
    return {
      items: Array.from({ length: limit }, (_, index) => of(offset + index)),
      totalItems: MANY,
    };
  };

export const only =
  <T>(...items: T[]) =>
  async () => ({ items, totalItems: items.length });

export const listClusters = async () => ['east', 'west'].map(exampleCluster);

/** There is no such thing, or it was not made yet. */
export const notThere = refused(404, 'NotFoundError', 'There is none of it');

export const migration = exampleMigration({
  state: 'Completed',
  endedAt: '2026-11-23T17:05:00.000Z',
});

export const plan = examplePlan({ lastMigration: migration });

export const numberedPlan = (index: number) =>
  examplePlan({ id: `p${index}`, name: `plan-${index}` });

/** Each by another person. */
export const numberedRun = (index: number) => ({
  ...migration,
  id: `m${index}`,
  createdBy: `user:default/person-${index}`,
});

export const longPlan = examplePlan({
  name: long('plan'),
  source: long('east'),
  destination: long('west'),
  entityRef: `component:default/${long('entity')}`,
  namespaces: [{ source: long('shop'), destination: long('moved') }],
});

export const longMigration = exampleMigration({
  volumes: [exampleVolume({ namespace: long('shop'), claim: long('data') })],
});
