/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** A process is named by its pid and its start: a pid alone may long belong to another process. */
export interface ProcessIdentity {
  pid: number;
  /** In clock ticks since boot, field 22 of /proc/PID/stat. */
  startTime: string;
  /** Of this boot of the machine; after another one no record is of a live process. */
  bootId: string;
}

export function currentBootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** Fields of /proc/PID/stat. The second one, the name, is in parentheses and may hold blanks and parentheses itself. */
export function parseStat(stat: string): {
  state: string;
  parent: number;
  startTime: string;
} {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], parent: Number(fields[1]), startTime: fields[19] };
}

/** Undefined when there is no such process, or when it has ended and only waits for its parent to notice. */
export function readStat(
  pid: number,
): { parent: number; startTime: string } | undefined {
  try {
    const stat = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return stat.state === 'Z' || stat.state === 'X' ? undefined : stat;
  } catch {
    return undefined; // ended between two reads
  }
}

export function identityOf(pid: number): ProcessIdentity | undefined {
  const stat = readStat(pid);
  return stat && { pid, startTime: stat.startTime, bootId: currentBootId() };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return (
    identity.bootId === currentBootId() &&
    readStat(identity.pid)?.startTime === identity.startTime
  );
}

export function allPids(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number);
}

const readOrEmpty = (read: () => string): string => {
  try {
    return read();
  } catch {
    return ''; // the process has ended, or is one of the kernel
  }
};

export const environmentOfProcess = (pid: number): string[] =>
  readOrEmpty(() => readFileSync(`/proc/${pid}/environ`, 'utf8')).split('\0');

/** As in `net:[4026532281]`. */
export const networkNamespaceOfProcess = (pid: number): string =>
  readOrEmpty(() => readlinkSync(`/proc/${pid}/ns/net`));

export const cgroupsOfProcess = (pid: number): string =>
  readOrEmpty(() => readFileSync(`/proc/${pid}/cgroup`, 'utf8'));

/** The process itself and all those it was started from. */
export function ancestorsOf(pid: number): Set<number> {
  const found = new Set<number>();
  for (let p = pid; p > 0 && !found.has(p); p = readStat(p)?.parent ?? 0) {
    found.add(p);
  }
  return found;
}
