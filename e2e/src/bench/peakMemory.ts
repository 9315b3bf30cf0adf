/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync, writeFileSync } from 'node:fs';

const EVERY_MS = 50;

/** The kernel forgets the peak so far, and counts from what is resident now. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** MiB: what was resident at most, which the kernel notes, and what is now. Undefined when the process has ended. */
export function residentMemory(
  pid: number,
): { peak: number; now: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mebibytes = (field: string) =>
      Math.round(
        Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) /
          1024,
      );
    const memory = { peak: mebibytes('VmHWM'), now: mebibytes('VmRSS') };
    // one that has ended and is not yet waited for has none of these lines
    return Number.isNaN(memory.peak) ? undefined : memory;
  } catch {
    return undefined;
  }
}

/** Looks at a process that will end. */
export function watchPeak(pid: number): { end(): number } {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentMemory(pid)?.peak ?? 0);
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    end() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}
