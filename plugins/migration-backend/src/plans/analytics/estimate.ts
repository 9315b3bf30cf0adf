/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Estimate,
  EstimateBasis,
} from '@namespace-migration/plugin-migration-common';

/** What one earlier migration took, all of its volumes together. */
export interface MeasuredRun {
  /** Name of the volume copy engine. */
  method: string;
  /** That lay on its volumes. */
  bytes: number;
  /** Of its bulk pass, when it was the first of its plan. */
  firstPassSeconds?: number;
  /** From the stop of the application to its start on the destination; of cutovers. */
  windowSeconds?: number;
  /** How much of that was the final pass and the comparison. */
  windowDataSeconds: number;
}

export interface EstimatedVolume {
  method: string;
  capacityBytes: number;
  /** Absent when unknown. */
  usedBytes?: number;
}

const MIB = 2 ** 20;

/** Where nothing was measured. Cautious: half of what one 1 Gbit/s link carries, and a disk that reads slowly. */
export const DEFAULTS = {
  copyBytesPerSecond: 50 * MIB,
  copyFixedSeconds: 30,
  /** Of the final pass and the comparison together, over all that lies on the volumes. */
  windowBytesPerSecond: 100 * MIB,
  windowFixedSeconds: 60,
} as const;

/** Less says nothing about the rate. */
const LEAST_BYTES = 16 * MIB;

/**
 * How long the first copy and the cutover's window may take: by what was measured in runs with the same engines, else by
 * `DEFAULTS`. Undefined when nothing is copied.
 */
export function estimate(
  volumes: EstimatedVolume[],
  runs: MeasuredRun[],
): Estimate | undefined {
  if (volumes.length === 0) {
    return undefined;
  }
  const methods = new Set(volumes.map(({ method }) => method));
  const alike = runs.filter(({ method }) => methods.has(method));
  const sum = (of: (volume: EstimatedVolume) => number) =>
    volumes.reduce((total, volume) => total + of(volume), 0);
  const bytes = sum(volume => volume.usedBytes ?? volume.capacityBytes);
  const copy = copyBasis(alike);
  const window = windowBasis(alike);
  return {
    bytes,
    ofCapacity: sum(volume =>
      volume.usedBytes === undefined ? volume.capacityBytes : 0,
    ),
    copySeconds: secondsOf(bytes, copy),
    windowSeconds: secondsOf(bytes, window),
    copy,
    window,
  };
}

function secondsOf(bytes: number, basis: EstimateBasis): number {
  return Math.ceil(basis.fixedSeconds + bytes / basis.bytesPerSecond);
}

function copyBasis(runs: MeasuredRun[]): EstimateBasis {
  const measured = runs.filter(
    run => (run.firstPassSeconds ?? 0) > 0 && run.bytes >= LEAST_BYTES,
  );
  return measured.length === 0
    ? {
        kind: 'default',
        bytesPerSecond: DEFAULTS.copyBytesPerSecond,
        fixedSeconds: DEFAULTS.copyFixedSeconds,
      }
    : {
        kind: 'measured',
        runs: measured.length,
        bytesPerSecond: rateOf(measured, run => run.firstPassSeconds!),
        // what a run takes before its first byte is in its rate
        fixedSeconds: 0,
      };
}

function windowBasis(runs: MeasuredRun[]): EstimateBasis {
  const measured = runs.filter(({ windowSeconds }) => windowSeconds);
  if (measured.length === 0) {
    return {
      kind: 'default',
      bytesPerSecond: DEFAULTS.windowBytesPerSecond,
      fixedSeconds: DEFAULTS.windowFixedSeconds,
    };
  }
  const large = measured.filter(
    run => run.bytes >= LEAST_BYTES && run.windowDataSeconds > 0,
  );
  return {
    kind: 'measured',
    runs: measured.length,
    bytesPerSecond:
      large.length > 0
        ? rateOf(large, run => run.windowDataSeconds)
        : DEFAULTS.windowBytesPerSecond,
    fixedSeconds: medianOf(
      measured.map(run =>
        Math.max(0, run.windowSeconds! - run.windowDataSeconds),
      ),
    ),
  };
}

/** Of all runs together, so that a small one does not weigh as much as a large one. */
function rateOf(
  runs: MeasuredRun[],
  secondsOfRun: (run: MeasuredRun) => number,
): number {
  const bytes = runs.reduce((total, run) => total + run.bytes, 0);
  const seconds = runs.reduce((total, run) => total + secondsOfRun(run), 0);
  return bytes / seconds;
}

function medianOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
