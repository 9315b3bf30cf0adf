/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The last lines of a log for an error message; a log that cannot be read gives the reason instead. */
export function tailOfFile(path: string, lines = 12): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const length = Math.min(size, 16 * 1024);
    const buffer = Buffer.alloc(length);
    readSync(file, buffer, 0, length, size - length);
    return buffer
      .toString()
      .trimEnd()
      .split('\n')
      .slice(-lines)
      .map(line => `    ${line.slice(0, 400)}`)
      .join('\n');
  } catch (error) {
    return `    (${path} cannot be read: ${(error as Error).message})`;
  } finally {
    if (file !== undefined) {
      closeSync(file);
    }
  }
}
