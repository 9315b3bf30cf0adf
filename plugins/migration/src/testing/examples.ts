/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Analytics,
  Cluster,
  Hook,
  Migration,
  Plan,
  PlannedVolume,
  Repository,
  VolumeProgress,
  Wave,
  WavePlan,
  WavePlanState,
} from '@namespace-migration/plugin-migration-common';

export function exampleCluster(name: string): Cluster {
  return {
    name,
    connection: { kind: 'kubeconfig', server: `https://${name}:6443` },
    options: {},
    status: {
      connected: true,
      version: 'v1.20.2',
      storageClasses: [],
      conditions: [],
    },
  };
}

export function exampleRepository(name: string): Repository {
  return {
    name,
    location: { provider: 's3', bucket: 'moves' },
    status: { connected: true, conditions: [] },
  };
}

export function exampleHook(name: string): Hook {
  return {
    name,
    kind: 'http',
    http: { url: 'https://example.org/hook' },
    plans: [],
    createdAt: '2026-11-30T06:00:00.000Z',
    updatedAt: '2026-11-30T06:00:00.000Z',
  };
}

export function examplePlannedVolume(claim: string): PlannedVolume {
  const gibibyte = 2 ** 30;
  return {
    namespace: 'shop',
    claim,
    action: 'copy',
    copyMethod: 'filesystem',
    copyMethods: [
      { name: 'filesystem', title: 'Files', action: 'copy', fits: true },
      {
        name: 'snapshot',
        title: 'Snapshot',
        action: 'copy',
        fits: false,
        reason: 'No driver',
      },
    ],
    requestedBytes: gibibyte,
    capacityBytes: 2 * gibibyte,
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    storageClass: 'slow',
    target: {
      namespace: 'shop',
      claim,
      storageClass: 'fast',
      sizeBytes: 2 * gibibyte,
      accessModes: ['ReadWriteOnce'],
    },
    mountedBy: ['web-0'],
  };
}

export function exampleVolume(
  over: Partial<VolumeProgress> = {},
): VolumeProgress {
  return {
    namespace: 'shop',
    claim: 'data',
    targetNamespace: 'shop-moved',
    targetClaim: 'data',
    state: 'copying',
    pass: 'bulk',
    bytesDone: 40 * 2 ** 20,
    bytesTotal: 160 * 2 ** 20,
    filesDone: 7,
    filesTotal: 11,
    bytesPerSecond: 6 * 2 ** 20,
    secondsRemaining: 20,
    ...over,
  };
}

export function exampleMigration(over: Partial<Migration> = {}): Migration {
  return {
    id: 'm1',
    planId: 'p1',
    type: 'stage',
    state: 'Running',
    createdBy: 'user:default/guest',
    createdAt: '2026-11-23T17:00:00.000Z',
    startedAt: '2026-11-23T17:00:01.000Z',
    cancelRequested: false,
    conditions: [],
    phases: [
      {
        phase: 'Validate',
        step: 'Prepare',
        itinerary: 'stage',
        state: 'completed',
        attempts: 1,
        startedAt: '2026-11-23T17:00:01.000Z',
        endedAt: '2026-11-23T17:00:03.000Z',
      },
      {
        phase: 'BulkVolumePass',
        step: 'Copy',
        itinerary: 'stage',
        state: 'waiting',
        attempts: 2,
        startedAt: '2026-11-23T17:00:03.000Z',
        waitingFor: 'the bulk pass over shop/data',
      },
    ],
    volumes: [exampleVolume()],
    ...over,
  };
}

export function examplePlan(over: Partial<Plan> = {}): Plan {
  return {
    id: 'p1',
    name: 'shop-to-west',
    source: 'east',
    destination: 'west',
    entityRef: 'component:default/shop',
    namespaces: [{ source: 'shop', destination: 'shop-moved' }],
    hash: '2b6f8f1c',
    revision: 1,
    createdAt: '2026-11-23T16:00:00.000Z',
    updatedAt: '2026-11-23T16:00:00.000Z',
    volumes: [],
    conditions: [],
    state: 'Ready',
    live: 'source',
    actions: [
      { type: 'stage', allowed: true },
      { type: 'cutover', allowed: true },
      {
        type: 'rollback',
        allowed: false,
        reason: 'there is nothing to roll back',
      },
      { type: 'cancel', allowed: false, reason: 'nothing runs' },
    ],
    ...over,
  };
}

/** A wave of which each plan has one of the states, named after it and its place. */
export function exampleWave(
  states: WavePlanState[],
  over: Partial<Wave> = {},
): Wave {
  const plans = states.map(
    (state, index): WavePlan => ({
      planId: `p${index}`,
      name: `plan-${index}`,
      source: 'east',
      destination: 'west',
      after: [],
      state,
    }),
  );
  const amount = (state: WavePlanState) =>
    states.filter(other => other === state).length;
  return {
    id: 'w1',
    name: 'evening',
    type: 'cutover',
    concurrency: 2,
    onFailure: 'stop',
    state: 'Running',
    createdBy: 'user:default/guest',
    createdAt: '2026-11-30T09:00:00.000Z',
    counts: {
      plans: states.length,
      Waiting: amount('Waiting'),
      Running: amount('Running'),
      Succeeded: amount('Succeeded'),
      Failed: amount('Failed'),
      Canceled: amount('Canceled'),
      Refused: amount('Refused'),
      Skipped: amount('Skipped'),
      NotStarted: amount('NotStarted'),
      Removed: amount('Removed'),
    },
    plans,
    ...over,
  };
}

export function exampleAnalytics(over: Partial<Analytics> = {}): Analytics {
  const volume = {
    action: 'copy' as const,
    copyMethod: 'direct',
    requestedBytes: 2 ** 30,
  };
  return {
    state: 'completed',
    planHash: '2b6f8f1c',
    current: true,
    startedAt: '2026-11-30T09:00:00.000Z',
    endedAt: '2026-11-30T09:00:02.000Z',
    progress: { done: 1, total: 1 },
    conditions: [],
    namespaces: [
      {
        namespace: 'shop',
        kinds: [
          { apiVersion: 'v1', kind: 'ConfigMap', count: 10 },
          { apiVersion: 'apps/v1', kind: 'Deployment', count: 4 },
        ],
        incompatible: [{ apiVersion: 'shop.io/v1', kind: 'Shop', count: 2 }],
        images: 3,
        volumes: [
          {
            ...volume,
            claim: 'data',
            capacityBytes: 2 ** 30,
            usedBytes: 2 ** 29,
            basis: 'kubelet',
          },
          {
            ...volume,
            claim: 'files',
            capacityBytes: 2 ** 31,
            basis: 'unknown',
          },
        ],
      },
    ],
    estimate: {
      bytes: 2 ** 29 + 2 ** 31,
      ofCapacity: 2 ** 31,
      copySeconds: 82,
      windowSeconds: 45,
      copy: {
        kind: 'default',
        bytesPerSecond: 50 * 2 ** 20,
        fixedSeconds: 30,
      },
      window: {
        kind: 'measured',
        runs: 3,
        bytesPerSecond: 100 * 2 ** 20,
        fixedSeconds: 20,
      },
    },
    ...over,
  };
}
