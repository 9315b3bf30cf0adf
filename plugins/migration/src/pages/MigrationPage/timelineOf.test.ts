/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Migration,
  MigrationPhase,
} from '@namespace-migration/plugin-migration-common';
import { exampleMigration } from '../../testing/examples';
import { timelineOf } from './timelineOf';

const at = (second: number) =>
  new Date(Date.UTC(2026, 10, 23, 17, 0, second)).toISOString();
const phase = (
  name: string,
  step: MigrationPhase['step'],
  from?: number,
  to?: number,
): MigrationPhase => ({
  phase: name,
  step,
  itinerary: 'cutover',
  state: to !== undefined ? 'completed' : from ? 'waiting' : 'pending',
  attempts: 1,
  startedAt: from === undefined ? undefined : at(from),
  endedAt: to === undefined ? undefined : at(to),
});
const cutover = (phases: MigrationPhase[], over: Partial<Migration> = {}) =>
  exampleMigration({ type: 'cutover', phases, ...over });

describe('timelineOf', () => {
  it('has nothing to show before the first phase', () => {
    expect(
      timelineOf(cutover([phase('Validate', 'Prepare')]), 0),
    ).toBeUndefined();
  });

  it('lays phases on the time from the first to now, a row for each step', () => {
    const timeline = timelineOf(
      cutover([
        phase('Validate', 'Prepare', 10, 12),
        phase('PrepareVolumes', 'Prepare', 12, 20),
        phase('BulkVolumePass', 'Copy', 20),
        phase('QuiesceSource', 'Quiesce'),
      ]),
      Date.parse(at(50)),
    )!;
    expect(timeline.seconds).toBe(40);
    expect(timeline.rows.map(({ step }) => step)).toEqual(['Prepare', 'Copy']);
    expect(timeline.rows[0].bars).toEqual([
      { phase: 'Validate', state: 'completed', left: 0, width: 5, seconds: 2 },
      {
        phase: 'PrepareVolumes',
        state: 'completed',
        left: 5,
        width: 20,
        seconds: 8,
      },
    ]);
    expect(timeline.rows[1].bars).toEqual([
      {
        phase: 'BulkVolumePass',
        state: 'waiting',
        left: 25,
        width: 75,
        seconds: 30,
      },
    ]);
    expect(timeline.downtime).toBeUndefined();
  });

  it('shows the downtime up to health and not to the end', () => {
    const timeline = timelineOf(
      cutover(
        [
          phase('Validate', 'Prepare', 0, 10),
          phase('QuiesceSource', 'Quiesce', 10, 20),
          phase('VerifyHealth', 'Start', 20, 30),
          phase('RemoveHelpers', 'Cleanup', 30, 40),
        ],
        { cutover: { healthyAt: at(30) }, endedAt: at(40) },
      ),
      Date.parse(at(59)),
    )!;
    expect(timeline.seconds).toBe(40);
    expect(timeline.downtime).toEqual({
      left: 25,
      width: 50,
      seconds: 20,
      from: 10,
      running: false,
    });
  });

  it('takes a phase that was broken off to last to the end of the migration', () => {
    const timeline = timelineOf(
      cutover([phase('Validate', 'Prepare', 0)], { endedAt: at(30) }),
      Date.parse(at(59)),
    )!;
    expect(timeline.rows[0].bars[0].seconds).toBe(30);
  });

  it.each([
    [0.4, [0, 0.1, 0.2, 0.3, 0.4]],
    [45, [0, 10, 20, 30, 40]],
    [7_000, [0, 1_200, 2_400, 3_600, 4_800, 6_000]],
    [900_000, [0, 172_800, 345_600, 518_400, 691_200, 864_000]],
  ])('of %d seconds it marks round times', (seconds, marks) => {
    const start = Date.parse(at(0));
    const { ticks } = timelineOf(
      cutover([
        {
          ...phase('Validate', 'Prepare', 0),
          endedAt: new Date(start + seconds * 1000).toISOString(),
        },
      ]),
      start,
    )!;
    expect(ticks.map(tick => Number(tick.seconds.toFixed(3)))).toEqual(marks);
    expect(ticks[1].left).toBeCloseTo((100 * marks[1]) / seconds);
  });
});
