/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ItineraryName,
  Migration,
  MigrationPhase,
  MigrationStep,
} from '@namespace-migration/plugin-migration-common';
import { downtimeWindow } from '../../presentation/downtimeOf';
import { stepsOf } from '../../presentation/stepsOf';

/** Where something lies on the time axis, in percent of its length. */
export interface Span {
  left: number;
  width: number;
  seconds: number;
}

export interface TimelineBar extends Span {
  phase: string;
  state: MigrationPhase['state'];
}

/** The phases of one step that have begun. */
export interface TimelineRow {
  step: MigrationStep;
  itinerary: ItineraryName;
  bars: TimelineBar[];
}

export interface Timeline {
  /** Length of the axis, from the first phase to the end, or to now. */
  seconds: number;
  rows: TimelineRow[];
  ticks: Array<{ left: number; seconds: number }>;
  /** While the application is stopped; of cutovers only. */
  downtime?: Span & { running: boolean; from: number };
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const pauses = [
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30],
  ...[1, 2, 5, 10, 20, 30].map(count => count * minute),
  ...[1, 2, 3, 6, 12].map(count => count * hour),
];
const TICKS = 6;

/** The phases as bars over time, a row for each step. Undefined before the first phase has begun. */
export function timelineOf(
  migration: Migration,
  now: number,
): Timeline | undefined {
  const begun = migration.phases.filter(({ startedAt }) => startedAt);
  if (begun.length === 0) {
    return undefined;
  }
  const start = Math.min(...begun.map(phase => Date.parse(phase.startedAt!)));
  const openEnd = migration.endedAt ? Date.parse(migration.endedAt) : now;
  const endOf = ({ endedAt }: MigrationPhase) =>
    endedAt ? Date.parse(endedAt) : openEnd;
  // a length of zero has no percentages
  const length = Math.max(1, Math.max(openEnd, ...begun.map(endOf)) - start);
  const spanOf = (from: number, to: number): Span => ({
    left: (100 * (from - start)) / length,
    width: (100 * Math.max(0, to - from)) / length,
    seconds: Math.max(0, to - from) / 1000,
  });
  const downtime =
    migration.type === 'cutover' ? downtimeWindow(migration, now) : undefined;
  return {
    seconds: length / 1000,
    rows: stepsOf(begun).map(({ step, itinerary, phases }) => ({
      step,
      itinerary,
      bars: phases.map(phase => ({
        phase: phase.phase,
        state: phase.state,
        ...spanOf(Date.parse(phase.startedAt!), endOf(phase)),
      })),
    })),
    ticks: ticksOf(length / 1000),
    downtime: downtime && {
      ...spanOf(downtime.from, downtime.to),
      running: downtime.running,
      from: (downtime.from - start) / 1000,
    },
  };
}

/** Round times, at most six beside zero. */
function ticksOf(seconds: number): Timeline['ticks'] {
  const pause =
    pauses.find(candidate => seconds / candidate <= TICKS) ??
    day * Math.ceil(seconds / day / TICKS);
  return Array.from(
    { length: Math.floor(seconds / pause) + 1 },
    (_, index) => ({
      left: (100 * index * pause) / seconds,
      seconds: index * pause,
    }),
  );
}
