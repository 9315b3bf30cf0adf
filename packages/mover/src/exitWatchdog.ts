/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';

/**
 * Ends this process with SIGKILL if it is still there after so many seconds. To be called right before
 * `process.exit`: Node joins its threads then, and now and then (seen with Node 24 on glibc 2.36, whose condition
 * variables can lose a wake-up) it waits for one forever. A `connect` that hangs so makes its rsync hang too, until
 * rsync's timeout of minutes; killed, it counts as a broken connection and the pass goes on. A shell looks from
 * outside, and only kills what is still its own parent: process ids are used again.
 */
export function armExitWatchdog(seconds: number): void {
  const watchdog = spawn(
    '/bin/sh',
    [
      '-c',
      `sleep ${seconds}; read -r _ _ _ parent _ < /proc/$$/stat; [ "$parent" != ${process.pid} ] || kill -9 ${process.pid}`,
    ],
    { detached: true, stdio: 'ignore' },
  );
  watchdog.on('error', () => undefined);
  watchdog.unref();
}
