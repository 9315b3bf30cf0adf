/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { Content } from '../MatrixData';

const CHUNK = 1 << 20;

/** Writes random bytes at these offsets. */
export function scribble(
  device: string,
  places: Array<{ at: number; bytes: number }>,
): void {
  const file = openSync(device, 'r+');
  try {
    for (const { at, bytes } of places) {
      writeSync(file, randomBytes(bytes), 0, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Digests of the device's mebibytes, from `from` to its end. */
export function digestsOf(device: string, from = 0): string[] {
  const digests: string[] = [];
  const file = openSync(device, 'r');
  const buffer = Buffer.alloc(CHUNK);
  try {
    for (let at = from; ; at += CHUNK) {
      const read = readSync(file, buffer, 0, CHUNK, at);
      if (read === 0) {
        return digests;
      }
      digests.push(
        createHash('sha256').update(buffer.subarray(0, read)).digest('hex'),
      );
    }
  } finally {
    closeSync(file);
  }
}

export const describeDevice = (device: string) => digestsOf(device).join('\n');

export function differentDigests(one: string[], other: string[]): number {
  const longer = one.length > other.length ? one : other;
  return longer.filter((_, index) => one[index] !== other[index]).length;
}

/** Two devices to which nobody writes; mebibytes that differ. */
export const differencesOfDevices: Content['differences'] = ({
  source,
  copy,
}) => differentDigests(digestsOf(source), digestsOf(copy));
