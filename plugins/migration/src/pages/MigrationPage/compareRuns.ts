/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration } from '@namespace-migration/plugin-migration-common';
import { downtimeOf } from '../../presentation/downtimeOf';
import { secondsBetween } from '../../presentation/formatSeconds';

export type RunFigure = 'duration' | 'downtime' | 'bytes' | 'files' | 'rate';

/** One line of the comparison: a figure, or the duration of a phase. */
export interface ComparedRow {
  key: string;
  figure?: RunFigure;
  phase?: string;
  /** One for each run, in their order: seconds, bytes, files or bytes per second. Undefined when a run has none. */
  values: Array<number | undefined>;
}

export interface RunComparison {
  /** Oldest first; the one that is compared is the last. */
  runs: Migration[];
  rows: ComparedRow[];
}

const EARLIER = 4;

/**
 * A migration beside the runs of the same type that the plan had before it. Undefined when it is the first one. Runs
 * that failed are there too: what they took says something as well.
 */
export function compareRuns(
  migration: Migration,
  all: Migration[],
  now: number,
): RunComparison | undefined {
  const earlier = all
    .filter(
      ({ id, type, createdAt, startedAt }) =>
        id !== migration.id &&
        type === migration.type &&
        startedAt !== undefined &&
        Date.parse(createdAt) < Date.parse(migration.createdAt),
    )
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
    .slice(-EARLIER);
  if (earlier.length === 0) {
    return undefined;
  }
  const runs = [...earlier, migration];
  const figures: Record<RunFigure, (run: Migration) => number | undefined> = {
    duration: run => secondsBetween(run.startedAt, run.endedAt, now),
    downtime: run =>
      run.type === 'cutover' ? downtimeOf(run, now).seconds : undefined,
    bytes: run => sumOf(run, volume => volume.bytesDone),
    files: run => sumOf(run, volume => volume.filesDone),
    rate: rateOf,
  };
  const rows: ComparedRow[] = [
    ...Object.entries(figures).map(([figure, valueOf]) => ({
      key: figure,
      figure: figure as RunFigure,
      values: runs.map(valueOf),
    })),
    ...phasesOf(runs).map(phase => ({
      key: `phase ${phase}`,
      phase,
      values: runs.map(run => secondsOfPhase(run, phase, now)),
    })),
  ];
  return {
    runs,
    rows: rows.filter(({ values }) =>
      values.some(value => value !== undefined),
    ),
  };
}

/** In the order of the newest run; what only earlier ones had comes after. */
function phasesOf(runs: Migration[]): string[] {
  const names = [...runs]
    .reverse()
    .flatMap(run =>
      run.phases.filter(({ startedAt }) => startedAt).map(({ phase }) => phase),
    );
  return [...new Set(names)];
}

/** A phase may have been on more than one itinerary of a run. */
function secondsOfPhase(
  run: Migration,
  name: string,
  now: number,
): number | undefined {
  const end = run.endedAt ? Date.parse(run.endedAt) : now;
  return sum(
    run.phases
      .filter(({ phase }) => phase === name)
      .map(({ startedAt, endedAt }) => secondsBetween(startedAt, endedAt, end)),
  );
}

type Volume = Migration['volumes'][number];

function sumOf(
  { volumes }: Migration,
  valueOf: (volume: Volume) => number | undefined,
): number | undefined {
  return sum(volumes.map(valueOf));
}

function sum(values: Array<number | undefined>): number | undefined {
  const known = values.filter((value): value is number => value !== undefined);
  return known.length > 0
    ? known.reduce((total, value) => total + value, 0)
    : undefined;
}

/** Of the last pass: the bytes of all volumes over the time from the first begin to the last end. */
function rateOf({ volumes }: Migration): number | undefined {
  const passes = volumes.filter(
    volume => volume.passStartedAt && volume.passEndedAt && volume.bytesDone,
  );
  if (passes.length === 0) {
    return undefined;
  }
  const begin = Math.min(...passes.map(v => Date.parse(v.passStartedAt!)));
  const end = Math.max(...passes.map(v => Date.parse(v.passEndedAt!)));
  return end > begin
    ? passes.reduce((total, volume) => total + volume.bytesDone!, 0) /
        ((end - begin) / 1000)
    : undefined;
}
