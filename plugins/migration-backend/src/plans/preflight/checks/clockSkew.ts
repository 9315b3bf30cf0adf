/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';

/** Tokens are valid from when they are made; movers' certificates from an hour before. */
const TOLERATED_SECONDS = 60;

export const clockSkew: PreflightCheck = {
  name: 'ClockSkew',
  title: 'Clocks of portal and clusters',
  async run({ source, destination }) {
    const conditions: Condition[] = [];
    for (const cluster of source.name === destination.name
      ? [source]
      : [source, destination]) {
      conditions.push(...(await skewOf(cluster)));
    }
    return conditions;
  },
};

async function skewOf(cluster: ClusterClient): Promise<Condition[]> {
  const before = Date.now();
  const there = await cluster.serverTime();
  // remembered answers would be old: it is asked once in a preflight
  return there
    ? skewCondition(cluster.name, there.getTime(), before, Date.now())
    : [];
}

/** The answer was made at some time between `before` and `after`, and shows whole seconds. */
export function skewCondition(
  cluster: string,
  there: number,
  before: number,
  after: number,
): Condition[] {
  const ahead = (there - after) / 1000;
  const behind = (before - there) / 1000 - 1;
  const seconds = Math.max(ahead, behind);
  return seconds <= TOLERATED_SECONDS
    ? []
    : [
        {
          type: 'ClockSkew',
          category: 'Warn',
          message: `The clock of cluster ${cluster} is ${Math.round(
            seconds,
          )} seconds ${
            ahead > behind ? 'ahead of' : 'behind'
          } the portal's, and certificates and tokens of one may not be valid yet, or no more, at the other. Let both follow the same time servers (NTP).`,
          object: { apiVersion: 'v1', kind: 'Cluster', name: cluster },
        },
      ];
}
