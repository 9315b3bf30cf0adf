/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export interface Times {
  requests: number;
  p50: number;
  p95: number;
  max: number;
}

/** Of milliseconds, rounded to tenths: the smallest that so many in a hundred do not exceed. */
export function timesOf(milliseconds: number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) =>
    tenths(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]);
  return { requests: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What it answers, and milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}
