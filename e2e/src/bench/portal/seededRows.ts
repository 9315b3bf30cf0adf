/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CheckResult,
  Condition,
  PlanInput,
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';

export interface SeededRows {
  clusters: object[];
  plans: object[];
  plan_namespaces: object[];
  migrations: object[];
  migration_phases: object[];
  migration_volumes: object[];
}

/** The entity whose tab is opened: the demo's, from the portal's catalog. */
export const openedEntity = {
  ref: 'component:default/webshop',
  namespace: 'webshop',
  path: '/catalog/default/component/webshop',
};

type Type = 'stage' | 'cutover' | 'rollback';
type State = 'Running' | 'Completed' | 'Failed' | 'Canceled';

/** Histories of the plans that do not run, oldest migration first, with their share of a hundred. */
const histories: Array<[number, Array<[Type, State]>]> = [
  [35, []],
  [25, [['stage', 'Completed']]],
  [
    25,
    [
      ['stage', 'Completed'],
      ['stage', 'Completed'],
      ['cutover', 'Completed'],
    ],
  ],
  [
    6,
    [
      ['stage', 'Completed'],
      ['cutover', 'Completed'],
      ['rollback', 'Completed'],
    ],
  ],
  [
    6,
    [
      ['stage', 'Completed'],
      ['cutover', 'Failed'],
    ],
  ],
  [3, [['stage', 'Canceled']]],
];
const hundred = histories.flatMap(([share, history]) =>
  Array.from({ length: share }, () => history),
);
const running: Array<[Type, State][]> = [
  [['stage', 'Running']],
  [
    ['stage', 'Completed'],
    ['cutover', 'Running'],
  ],
  [
    ['stage', 'Completed'],
    ['cutover', 'Completed'],
    ['rollback', 'Running'],
  ],
];

const phases: Record<Type, string[]> = {
  stage:
    'Validate MeasureVolumes CreateDestinationNamespaces CreateDestinationClaims PrepareVolumes BulkVolumePass CleanUpVolumes RemoveHelpers'.split(
      ' ',
    ),
  cutover:
    'Validate MeasureVolumes CreateDestinationNamespaces CreateDestinationClaims PrepareVolumes BulkVolumePass VerifyBulkPass QuiesceSource WaitForWriters ExportObjects FinalVolumePass VerifyVolumes EndMovers ApplyObjects VerifyObjects StartDestination VerifyHealth CleanUpVolumes RemoveHelpers'.split(
      ' ',
    ),
  rollback:
    'QuiesceDestination RemoveDestinationObjects RestoreSource VerifySource CleanUpVolumes RemoveHelpers'.split(
      ' ',
    ),
};
/** Up to which a running or failed one has come. */
const reached: Record<Type, string> = {
  stage: 'BulkVolumePass',
  cutover: 'FinalVolumePass',
  rollback: 'RestoreSource',
};

const start = Date.parse('2026-06-01T00:00:00Z');
const minute = 60_000;
const gibibyte = 1024 ** 3;
const clusters = 40;
const clusterName = (index: number) =>
  `${['prod', 'stage', 'edge', 'lab'][index % 4]}-${index % clusters}`;

/**
 * Rows of so many plans with one to eight discovered volumes each, of which the last `runningPlans` run. Their leases are
 * held by nobody who is there, until far in the future, so that the portal's backend leads none of them.
 */
export function seededRows(count: number, runningPlans: number): SeededRows {
  const rows: SeededRows = {
    clusters: Array.from({ length: clusters }, (_, index) => clusterRow(index)),
    plans: [],
    plan_namespaces: [],
    migrations: [],
    migration_phases: [],
    migration_volumes: [],
  };
  for (let index = 0; index < count; index++) {
    addPlan(
      rows,
      index,
      index >= count - runningPlans
        ? running[index % running.length]
        : hundred[(index * 37) % 100],
    );
  }
  return rows;
}

function addPlan(rows: SeededRows, index: number, history: [Type, State][]) {
  const id = `plan-${index}`;
  // ten plans of the entity, one of which runs
  const opened = index % 1000 === 999;
  const namespace = opened ? openedEntity.namespace : `team-${index}-shop`;
  const input: PlanInput = {
    name: `move-${index}-shop`,
    type: (['full', 'full', 'full', 'state', 'storageConversion'] as const)[
      index % 5
    ],
    description: 'Seeded for the benchmark of the portal',
    source: clusterName(index),
    destination: clusterName(index + 1),
    entityRef: opened
      ? openedEntity.ref
      : `component:default/service-${index % 2000}`,
    namespaces: [
      { source: namespace },
      { source: `${namespace}-db`, destination: `${namespace}-data` },
    ],
  };
  const volumes = Array.from({ length: 1 + (index % 8) }, (_, number) =>
    plannedVolume(`${namespace}-db`, number),
  );
  const createdAt = start + index * 7 * minute;
  rows.plans.push({
    id,
    name: input.name,
    type: input.type,
    source: input.source,
    destination: input.destination,
    entity_ref: input.entityRef,
    input: JSON.stringify(input),
    volumes: JSON.stringify(volumes),
    conditions: JSON.stringify(conditionsOf(index)),
    checks: JSON.stringify(checks),
    checked_at: time(createdAt),
    revision: 1,
    created_by: 'user:default/guest',
    created_at: time(createdAt),
    updated_at: time(createdAt + ((index * 13) % 1000) * minute),
  });
  for (const name of [namespace, `${namespace}-db`, `${namespace}-data`]) {
    rows.plan_namespaces.push({ plan_id: id, namespace: name });
  }
  history.forEach(([type, state], number) =>
    addMigration(rows, {
      ...{ id: `${id}-${number}`, planId: id, type, state },
      ...{ at: createdAt + number * 60 * minute, input, volumes },
    }),
  );
}

function addMigration(
  rows: SeededRows,
  given: {
    id: string;
    planId: string;
    type: Type;
    state: State;
    at: number;
    input: PlanInput;
    volumes: PlannedVolume[];
  },
) {
  const { id, planId, type, state, at, input, volumes } = given;
  const runs = state === 'Running';
  const ended = at + 40 * minute;
  rows.migrations.push({
    ...{ id, plan_id: planId, type, state },
    active_plan_id: runs ? planId : null,
    itinerary: state === 'Failed' ? 'failed' : type,
    created_at: time(at),
    started_at: time(at),
    ended_at: runs ? null : time(ended),
    lease_owner: 'the benchmark',
    lease_expires_at: runs ? Date.parse('2100-01-01T00:00:00Z') : 0,
    fencing_token: 1,
    plan: JSON.stringify({ id: planId, input, volumes }),
    record: JSON.stringify({
      conditions:
        state === 'Failed'
          ? [
              {
                type: 'DeadlineExceeded',
                category: 'Critical',
                message: 'FinalVolumePass waited for a mover pod',
              },
            ]
          : [],
      ...(type === 'cutover' && {
        cutover: {
          quiescedAt: time(at + 20 * minute),
          writersGoneAt: time(at + 21 * minute),
          ...(state === 'Completed' && {
            verifiedAt: time(at + 30 * minute),
            destinationStartedAt: time(at + 32 * minute),
            healthyAt: time(ended),
          }),
        },
        objects: { expected: 120, present: 120, different: 0 },
      }),
    }),
  });
  const complete = state === 'Completed';
  const last = complete
    ? phases[type].length - 1
    : phases[type].indexOf(reached[type]);
  phases[type].slice(0, last + 1).forEach((phase, number) => {
    const current = number === last && !complete;
    rows.migration_phases.push({
      ...{ migration_id: id, itinerary: type, phase, attempts: 1 },
      state: !current ? 'completed' : runs ? 'waiting' : 'failed',
      started_at: time(at + number * minute),
      ended_at: current && runs ? null : time(at + (number + 1) * minute),
      waiting_for: current && runs ? 'the mover pod of claim data-0' : null,
      deadline: time(at + 600 * minute),
    });
  });
  for (const volume of volumes) {
    rows.migration_volumes.push({
      ...{ migration_id: id, namespace: volume.namespace, claim: volume.claim },
      progress: JSON.stringify(progressOf(volume, !runs && complete, at)),
      differences: '[]',
    });
  }
}

function progressOf(
  { namespace, claim, target }: PlannedVolume,
  proven: boolean,
  at: number,
): VolumeProgress {
  return {
    namespace,
    claim,
    targetNamespace: target.namespace,
    targetClaim: target.claim,
    state: proven ? 'verified' : 'copying',
    pass: proven ? 'final' : 'bulk',
    endpoint: 'LoadBalancer',
    bytesDone: proven ? 6 * gibibyte : 2 * gibibyte,
    bytesTotal: 6 * gibibyte,
    filesDone: proven ? 20_000 : 7_000,
    filesTotal: 20_000,
    bytesPerSecond: 90_000_000,
    secondsRemaining: proven ? 0 : 47,
    passStartedAt: time(at),
    usage: { usedBytes: 6 * gibibyte, files: 20_000 },
    ...(proven && {
      proof: {
        mode: 'full',
        files: 20_000,
        directories: 300,
        bytes: 6 * gibibyte,
        differences: 0,
        verifiedAt: time(at + 30 * minute),
        seconds: 70,
      },
    }),
  };
}

function plannedVolume(namespace: string, number: number): PlannedVolume {
  const sizes = { requestedBytes: 10 * gibibyte, capacityBytes: 10 * gibibyte };
  return {
    ...{ namespace, claim: `data-${number}`, ...sizes },
    volumeName: `pvc-${namespace}-${number}`,
    storageClass: 'fast',
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    mountedBy: [`Pod/database-${number}`],
    action: 'copy',
    verify: 'full',
    copyMethod: 'direct',
    copyMethods: ['direct', 'indirect', 'snapshot', 'move'].map(name => ({
      ...{ name, title: `${name} copy`, fits: name === 'direct' },
      action: name === 'move' ? 'move' : 'copy',
      reason: 'the plan names no repository for it',
    })),
    target: {
      ...{
        namespace: namespace.replace(/-db$/, '-data'),
        claim: `data-${number}`,
      },
      storageClass: 'standard',
      sizeBytes: 10 * gibibyte,
      accessModes: ['ReadWriteOnce'],
    },
  };
}

function conditionsOf(index: number): Condition[] {
  return [
    {
      type: 'NodeCapacity',
      category: 'Warn',
      message:
        'The nodes of the destination have 3 CPUs left and the namespace asks for 4. Add a node or lower the requests.',
    },
    ...(index % 20 === 0
      ? [
          {
            type: 'NamespaceNotFound',
            category: 'Critical' as const,
            message: 'The source has no such namespace. Correct its name.',
          },
        ]
      : []),
  ];
}

const checks: CheckResult[] = Array.from({ length: 25 }, (_, index) => ({
  ...{ name: `Check${index}`, title: `What check ${index} looks at` },
  ...{ outcome: 'passed', conditions: 0, seconds: 0.2 },
}));

function clusterRow(index: number): object {
  return {
    name: clusterName(index),
    // never asked: nothing that the benchmark does reaches a cluster
    connection: 'none',
    shown: JSON.stringify({
      kind: 'serviceAccount',
      server: `https://api.${clusterName(index)}.example.org:6443`,
    }),
    options: '{}',
    status: JSON.stringify({
      ...{ connected: true, version: 'v1.31.2', nodes: 12 },
      ...{ conditions: [], storageClasses: [], testedAt: time(start) },
    }),
    created_at: time(start),
    updated_at: time(start),
  };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
