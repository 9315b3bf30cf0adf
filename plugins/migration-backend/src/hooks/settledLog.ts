/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout } from 'node:timers/promises';

const PAUSE_MS = 500;
/** The same that often again. Of a busy node nothing may have arrived yet, so that an empty log is believed later. */
const AGAIN = 1;
const AGAIN_EMPTY = 3;
/** A busy runtime does not answer its kubelet for some seconds. */
const AGAIN_UNKNOWN = 30;
const READS_MAX = 60;

/**
 * The log of a container that has ended: a runtime tells the end when it happens, and writes what the container said a
 * moment later. Outputs would be lost, and why a hook failed.
 *
 * @param read the whole log as it is now; undefined where the node gives none
 */
export async function settledLog(
  read: () => Promise<string | undefined>,
  pauseMs = PAUSE_MS,
): Promise<string> {
  let log = await read();
  let same = 0;
  for (let reads = 1; reads < READS_MAX; reads++) {
    if (same >= againOf(log)) {
      break;
    }
    await setTimeout(pauseMs);
    const now = await read();
    same = now === log ? same + 1 : 0;
    log = now;
  }
  return log ?? '';
}

function againOf(log: string | undefined): number {
  if (log === undefined) {
    return AGAIN_UNKNOWN;
  }
  return log === '' ? AGAIN_EMPTY : AGAIN;
}
