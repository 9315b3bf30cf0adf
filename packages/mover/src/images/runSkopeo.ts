/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { linesOf } from '../lines';
import { endGroup } from '../processGroup';
import { STATE_DIR } from './skopeoFiles';

const LOOK_EVERY_MS = 1_000;
/** Nothing was received for so long. */
const SILENCE_MS = 120_000;
const KEPT_LINES = 40;

export interface SkopeoRun {
  code: number;
  /** The last lines of what it said. */
  said: string;
  stalled: boolean;
}

/** One run of skopeo to its end. @throws when it is aborted, after it is ended */
export async function runSkopeo(
  args: string[],
  signal: AbortSignal,
  onReceived: (bytes: number) => void,
): Promise<SkopeoRun> {
  signal.throwIfAborted();
  const child = spawn('skopeo', args, {
    env: {
      ...process.env,
      LC_ALL: 'C',
      HOME: STATE_DIR,
      TMPDIR: STATE_DIR,
      XDG_RUNTIME_DIR: STATE_DIR,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = () =>
    void endGroup(child, { graceMs: 2_000, deadlineMs: 20_000 }).catch(
      () => undefined,
    );
  let received = 0;
  let receivedAt = Date.now();
  let stalled = false;
  const looking = setInterval(() => {
    const now = readBytesOf(child.pid);
    if (now > received) {
      received = now;
      receivedAt = Date.now();
      onReceived(received);
    } else if (!stalled && Date.now() - receivedAt > SILENCE_MS) {
      stalled = true;
      end();
    }
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', end);
  const said: string[] = [];
  const reading = [child.stdout, child.stderr].map(async stream => {
    for await (const line of linesOf(stream)) {
      said.push(line);
      if (said.length > KEPT_LINES) {
        said.shift();
      }
    }
  });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', status => resolve(status ?? 1));
    });
    await Promise.all(reading);
    signal.throwIfAborted();
    return { code, said: said.join('\n'), stalled };
  } finally {
    clearInterval(looking);
    signal.removeEventListener('abort', end);
  }
}

/** What a process has read from everywhere: skopeo tells no bytes, and hardly reads anything but what it copies. */
function readBytesOf(pid?: number): number {
  try {
    const io = readFileSync(`/proc/${pid}/io`, 'utf8');
    return Number(/^rchar: (\d+)/m.exec(io)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
