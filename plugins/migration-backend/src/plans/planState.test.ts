/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { PhaseRow } from '../database/migrationRecord';
import { actionsOf, PlanSituation, planState } from './planState';

type Past = PlanSituation['migrations'][number];

const past = (
  type: Past['type'],
  state: Past['state'],
  change: Partial<Past> = {},
): Past => ({
  type,
  state,
  itinerary: type,
  endedAt: ['Queued', 'Running', 'Canceling'].includes(state)
    ? undefined
    : '2026-11-23T10:00:00Z',
  record: { conditions: [] },
  ...change,
});
const started = (
  phase: string,
  itinerary: PhaseRow['itinerary'],
): PhaseRow => ({
  phase,
  itinerary,
  state: 'running',
  attempts: 1,
  startedAt: '2026-11-23T10:00:00Z',
});
const stop: Condition = {
  type: 'X',
  category: 'Critical',
  message: 'namespace absent',
};
/** Newest first, as it is read. */
const situation = (
  migrations: Past[] = [],
  lastPhases: PhaseRow[] = [],
  conditions: Condition[] = [],
): PlanSituation => ({ migrations, lastPhases, conditions });
const wentLive: Partial<Past> = {
  record: {
    conditions: [],
    cutover: { destinationStartedAt: '2026-11-23T10:00:00Z' } as any,
  },
};

describe('planState', () => {
  it.each<[string, PlanSituation, string, string]>([
    ['a new plan', situation(), 'Ready', 'source'],
    [
      'one that something stops',
      situation([], [], [stop]),
      'NotReady',
      'source',
    ],
    [
      'one with a mere hint',
      situation([], [], [{ ...stop, category: 'Warn' }]),
      'Ready',
      'source',
    ],
    [
      'while it stages',
      situation([past('stage', 'Running')]),
      'Staging',
      'source',
    ],
    ['staged', situation([past('stage', 'Completed')]), 'Staged', 'source'],
    [
      'a rollback that a hook stopped before anything',
      situation([
        past('rollback', 'Failed', {
          record: { conditions: [], rollbackReached: 'nothing' },
        }),
        past('cutover', 'Completed', wentLive),
      ]),
      'Failed',
      'destination',
    ],
    [
      'a rollback whose hooks look yet',
      situation([
        past('rollback', 'Running', {
          record: { conditions: [], rollbackReached: 'nothing' },
        }),
        past('cutover', 'Completed', wentLive),
      ]),
      'RollingBack',
      'destination',
    ],
    [
      'a rollback of which a hook failed after everything',
      situation([
        past('rollback', 'Failed', {
          record: { conditions: [], rollbackReached: 'everything' },
        }),
        past('cutover', 'Completed', wentLive),
      ]),
      'Failed',
      'source',
    ],
    [
      'a cutover that copies yet',
      situation(
        [past('cutover', 'Running'), past('stage', 'Completed')],
        [started('BulkVolumePass', 'cutover')],
      ),
      'CuttingOver',
      'source',
    ],
    [
      'a cutover that has stopped the source',
      situation(
        [past('cutover', 'Running')],
        [started('QuiesceSource', 'cutover')],
      ),
      'CuttingOver',
      'none',
    ],
    [
      'a cutover that starts the destination',
      situation(
        [past('cutover', 'Running', wentLive)],
        [
          started('QuiesceSource', 'cutover'),
          started('StartDestination', 'cutover'),
        ],
      ),
      'CuttingOver',
      'destination',
    ],
    [
      'migrated',
      situation([past('cutover', 'Completed')]),
      'Migrated',
      'destination',
    ],
    [
      'a cutover that failed and gave the source back',
      situation([past('cutover', 'Failed', { itinerary: 'failed' })]),
      'Failed',
      'source',
    ],
    [
      'a cutover that failed after the destination was started',
      situation([past('cutover', 'Failed', wentLive)]),
      'Failed',
      'destination',
    ],
    [
      'a cutover that was canceled',
      situation([past('cutover', 'Canceled', { itinerary: 'cancel' })]),
      'Ready',
      'source',
    ],
    [
      'while a cutover is canceled',
      situation([past('cutover', 'Canceling', { itinerary: 'cancel' })]),
      'Canceling',
      'source',
    ],
    [
      'a rollback under way',
      situation(
        [past('rollback', 'Running'), past('cutover', 'Completed')],
        [started('QuiesceDestination', 'rollback')],
      ),
      'RollingBack',
      'none',
    ],
    [
      'rolled back',
      situation([past('rollback', 'Completed'), past('cutover', 'Completed')]),
      'RolledBack',
      'source',
    ],
    [
      'a rollback that failed half-way',
      situation([past('rollback', 'Failed'), past('cutover', 'Completed')]),
      'Failed',
      'none',
    ],
    [
      'staged anew after a rollback',
      situation([
        past('stage', 'Completed'),
        past('rollback', 'Completed'),
        past('cutover', 'Completed'),
      ]),
      'Staged',
      'source',
    ],
    [
      'a stage from before the rollback counts no more',
      situation([
        past('rollback', 'Completed'),
        past('cutover', 'Completed'),
        past('stage', 'Completed'),
      ]),
      'RolledBack',
      'source',
    ],
    [
      'migrated for the second time',
      situation([
        past('cutover', 'Completed'),
        past('rollback', 'Completed'),
        past('cutover', 'Completed'),
      ]),
      'Migrated',
      'destination',
    ],
  ])('%s', (_name, seen, state, live) => {
    expect(planState(seen)).toEqual({ state, live });
  });
});

describe('actionsOf', () => {
  const allowed = (seen: PlanSituation) =>
    actionsOf(seen)
      .filter(action => action.allowed && action.type !== 'networkProbe')
      .map(action => action.type);

  it.each<[string, PlanSituation, string[]]>([
    ['a new plan', situation(), ['stage', 'cutover']],
    ['one that something stops', situation([], [], [stop]), []],
    [
      'while it stages',
      situation([past('stage', 'Running')], [started('Validate', 'stage')]),
      ['cancel'],
    ],
    [
      'staged',
      situation([past('stage', 'Completed')]),
      ['stage', 'cutover', 'rollback'],
    ],
    [
      'a cutover that has not started the destination',
      situation(
        [past('cutover', 'Running')],
        [started('FinalVolumePass', 'cutover')],
      ),
      ['cancel'],
    ],
    [
      'a cutover that has',
      situation(
        [past('cutover', 'Running')],
        [started('StartDestination', 'cutover')],
      ),
      [],
    ],
    ['migrated', situation([past('cutover', 'Completed')]), ['rollback']],
    [
      'migrated, though its source no longer validates',
      situation([past('cutover', 'Completed')], [], [stop]),
      ['rollback'],
    ],
    [
      'rolled back',
      situation([past('rollback', 'Completed'), past('cutover', 'Completed')]),
      ['stage', 'cutover'],
    ],
    [
      'a failed rollback, which must be ended first: no copy runs',
      situation([past('rollback', 'Failed'), past('cutover', 'Completed')]),
      ['rollback'],
    ],
    ['a running rollback', situation([past('rollback', 'Running')]), []],
  ])('%s', (_name, seen, types) => {
    expect(allowed(seen)).toEqual(types);
  });

  it.each<[string, PlanSituation, boolean]>([
    ['a new plan', situation(), true],
    ['one that something stops', situation([], [], [stop]), true],
    ['migrated', situation([past('cutover', 'Completed')]), true],
    ['while it stages', situation([past('stage', 'Running')]), false],
  ])('%s: may the network be probed?', (_name, seen, may) => {
    expect(
      actionsOf(seen).find(({ type }) => type === 'networkProbe')?.allowed,
    ).toBe(may);
  });

  it('nothing runs beside a network probe, which can be canceled whatever ran before', () => {
    const before = situation(
      [past('cutover', 'Completed')],
      [started('StartDestination', 'cutover')],
    );
    const probing: PlanSituation = {
      ...before,
      lastProbe: past('networkProbe', 'Running'),
    };
    expect(planState(probing)).toEqual(planState(before));
    expect(allowed(probing)).toEqual(['cancel']);
    expect(actionsOf(probing)[0].reason).toBe('a network probe runs');
    expect(
      actionsOf({ ...before, lastProbe: past('networkProbe', 'Failed') }),
    ).toEqual(actionsOf(before));
  });

  it('gives a reason for each that is not', () => {
    for (const seen of [
      situation(),
      situation([], [], [stop]),
      situation([past('cutover', 'Completed')]),
      situation([past('stage', 'Running')]),
    ]) {
      for (const action of actionsOf(seen)) {
        expect([action.type, Boolean(action.reason)]).toEqual([
          action.type,
          !action.allowed,
        ]);
      }
    }
    expect(actionsOf(situation([], [], [stop]))[0].reason).toBe(
      'namespace absent',
    );
  });
});

describe('of a state migration', () => {
  const cutOver: PlanSituation = {
    ...situation([past('cutover', 'Completed')]),
    planType: 'state',
  };

  it('no copy runs after the cutover, and only a rollback may follow', () => {
    expect(planState(cutOver)).toEqual({ state: 'Migrated', live: 'none' });
    expect(
      actionsOf(cutOver).map(({ type, allowed, reason }) => [
        type,
        allowed || reason,
      ]),
    ).toEqual([
      ['stage', 'the volumes are at the destination; roll back first'],
      ['cutover', 'the volumes are at the destination; roll back first'],
      ['rollback', true],
      ['networkProbe', true],
      ['cancel', 'nothing runs'],
    ]);
  });

  it('the source runs again after the rollback', () => {
    expect(
      planState({
        ...situation([
          past('rollback', 'Completed'),
          past('cutover', 'Completed'),
        ]),
        planType: 'state',
      }).live,
    ).toBe('source');
  });
});
