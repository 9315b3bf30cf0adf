/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { sleep } from '../deadline';
import { identityOf, isAlive, type ProcessIdentity } from './processTable';

function holderOf(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // gone in the meantime
  }
}

/** Another waiter may have taken the lock since we looked: what was moved away by mistake is put back. */
function removeDead(path: string, own: string): void {
  const moved = `${own}.dead`;
  try {
    renameSync(path, moved);
  } catch {
    return; // another waiter was first
  }
  const holder = holderOf(moved);
  if (holder && isAlive(holder)) {
    renameSync(moved, path);
    return;
  }
  rmSync(moved, { force: true });
}

/**
 * Only one process at a time does `work`. A lock whose holder has died is taken over.
 * @throws when a live process holds it for longer than `waitSeconds`
 */
export async function withLock<T>(
  path: string,
  waitSeconds: number,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identityOf(process.pid)));
  const end = Date.now() + waitSeconds * 1000;
  try {
    for (;;) {
      try {
        linkSync(own, path); // unlike open and write this makes the file with its content, in one step
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          throw error;
        }
      }
      const holder = holderOf(path);
      if (!holder || !isAlive(holder)) {
        removeDead(path, own);
        continue;
      }
      if (Date.now() > end) {
        throw new Error(
          `Process ${holder.pid} is at work on the same thing (lock ${path}); wait for its end or end it`,
        );
      }
      await sleep(500);
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
