/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration } from '@namespace-migration/plugin-migration-common';
import { exampleMigration, exampleVolume } from '../../testing/examples';
import { compareRuns } from './compareRuns';

const at = (minute: number, second = 0) =>
  new Date(Date.UTC(2026, 10, 23, 17, minute, second)).toISOString();
const run = (
  id: string,
  minute: number,
  seconds: number,
  over: Partial<Migration> = {},
): Migration =>
  exampleMigration({
    id,
    state: 'Completed',
    createdAt: at(minute),
    startedAt: at(minute),
    endedAt: at(minute, seconds),
    phases: [
      {
        phase: 'BulkVolumePass',
        step: 'Copy',
        itinerary: 'stage',
        state: 'completed',
        attempts: 1,
        startedAt: at(minute),
        endedAt: at(minute, seconds - 1),
      },
    ],
    volumes: [
      exampleVolume({
        bytesDone: 1000,
        filesDone: 3,
        passStartedAt: at(minute),
        passEndedAt: at(minute, 10),
      }),
      exampleVolume({
        claim: 'more',
        bytesDone: 3000,
        filesDone: undefined,
        passStartedAt: at(minute, 5),
        passEndedAt: at(minute, 20),
      }),
    ],
    ...over,
  });
const rowOf = (found: ReturnType<typeof compareRuns>, key: string) =>
  found!.rows.find(row => row.key === key)?.values;

describe('compareRuns', () => {
  it('has nothing to compare the first run with', () => {
    const first = run('a', 0, 30);
    expect(compareRuns(first, [first], 0)).toBeUndefined();
  });

  it('takes only earlier runs of the same type that began, the last four, oldest first', () => {
    const mine = run('mine', 30, 30);
    const found = compareRuns(
      mine,
      [
        run('later', 40, 10),
        mine,
        ...[5, 4, 3, 2, 1].map(minute => run(`r${minute}`, minute, 20)),
        run('cutover', 6, 10, { type: 'cutover' }),
        run('queued', 7, 10, { startedAt: undefined }),
      ],
      0,
    )!;
    expect(found.runs.map(({ id }) => id)).toEqual([
      'r2',
      'r3',
      'r4',
      'r5',
      'mine',
    ]);
  });

  it('compares durations, data, rates and phases', () => {
    const found = compareRuns(run('b', 2, 30), [run('a', 1, 50)], 0);
    expect(rowOf(found, 'duration')).toEqual([50, 30]);
    expect(rowOf(found, 'bytes')).toEqual([4000, 4000]);
    expect(rowOf(found, 'files')).toEqual([3, 3]);
    expect(rowOf(found, 'rate')).toEqual([200, 200]);
    expect(rowOf(found, 'phase BulkVolumePass')).toEqual([49, 29]);
    // a stage stops nothing
    expect(rowOf(found, 'downtime')).toBeUndefined();
  });

  it('counts what runs up to now, and leaves out what a run does not have', () => {
    const running = run('b', 2, 30, {
      endedAt: undefined,
      phases: [
        {
          phase: 'MeasureVolumes',
          step: 'Prepare',
          itinerary: 'stage',
          state: 'waiting',
          attempts: 1,
          startedAt: at(2, 10),
        },
      ],
      volumes: [],
    });
    const found = compareRuns(
      running,
      [run('a', 1, 50)],
      Date.parse(at(2, 40)),
    );
    expect(rowOf(found, 'duration')).toEqual([50, 40]);
    expect(rowOf(found, 'bytes')).toEqual([4000, undefined]);
    expect(rowOf(found, 'phase MeasureVolumes')).toEqual([undefined, 30]);
    expect(rowOf(found, 'phase BulkVolumePass')).toEqual([49, undefined]);
  });

  it('compares how long cutovers kept the application stopped', () => {
    const cutover = (id: string, minute: number, healthy: number) =>
      run(id, minute, 50, {
        type: 'cutover',
        cutover: {
          quiescedAt: at(minute, 5),
          healthyAt: at(minute, healthy),
        },
      });
    expect(
      rowOf(
        compareRuns(cutover('b', 2, 25), [cutover('a', 1, 35)], 0),
        'downtime',
      ),
    ).toEqual([30, 20]);
  });
});
