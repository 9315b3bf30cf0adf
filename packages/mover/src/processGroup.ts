/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/**
 * Ends a process and everything it has started, and resolves only when none of it is left. The process must lead
 * its own group (`detached`): rsync's server is two processes, and killing the first one leaves the one that
 * writes.
 * @throws when the group is still there at the deadline, for example because storage hangs
 */
export async function endGroup(
  child: ChildProcess,
  options: { graceMs: number; deadlineMs: number },
): Promise<void> {
  const group = child.pid;
  if (group === undefined) {
    return;
  }
  const startedAt = Date.now();
  signalGroup(group, options.graceMs > 0 ? 'SIGTERM' : 'SIGKILL');
  while (signalGroup(group, 0)) {
    const waited = Date.now() - startedAt;
    if (waited > options.graceMs) {
      signalGroup(group, 'SIGKILL');
    }
    if (waited > options.deadlineMs) {
      throw new Error(
        `Process group ${group} is still there ${
          options.deadlineMs / 1000
        } s after it was killed: its storage does not answer`,
      );
    }
    await sleep(POLL_MS);
  }
}

/** False when no process of the group is left. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') {
      return false;
    }
    throw error;
  }
}
