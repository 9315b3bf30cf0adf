/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { TLSSocket } from 'node:tls';
import { drained } from '../drained';
import { linesOf } from '../lines';
import { ProvenLine } from './ProvenFile';
import { Recalled } from './Recalled';

/** The receiver's: on the pod's own disk, gone with it. */
const fileOf = (stateDir: string, volume: string) =>
  join(stateDir, `proven-${volume}`);

const nothing: ProvenLine = { end: 0 };

/** Takes what a prover tells. Only a whole list takes the place of the one before. */
export async function keepProven(
  socket: TLSSocket,
  stateDir: string,
  volume: string,
): Promise<void> {
  const file = fileOf(stateDir, volume);
  // an earlier prover that was given up may still be writing its own
  const fresh = `${file}-${randomUUID()}`;
  const out = createWriteStream(fresh, { mode: 0o600 });
  try {
    let kept = 0;
    for await (const text of linesOf(socket)) {
      if (text === '') {
        continue;
      }
      if (!out.write(`${text}\n`)) {
        await once(out, 'drain');
      }
      const line: ProvenLine = JSON.parse(text);
      if ('end' in line) {
        if (line.end !== kept) {
          throw new Error(`${kept} files came, ${line.end} were sent`);
        }
        out.end();
        await finished(out);
        await rename(fresh, file);
        socket.end(`${JSON.stringify({ ok: true })}\n`);
        return;
      }
      kept += 1;
    }
    throw new Error('what was proven broke off before its end');
  } finally {
    out.destroy();
    await rm(fresh, { force: true });
  }
}

/** Tells it again. */
export async function tellProven(
  socket: TLSSocket,
  stateDir: string,
  volume: string,
): Promise<void> {
  socket.resume();
  const file = fileOf(stateDir, volume);
  if (!existsSync(file)) {
    socket.end(`${JSON.stringify(nothing)}\n`);
    return;
  }
  await pipeline(createReadStream(file), socket);
}

/** For the receiver's own manifest; undefined when nothing is remembered. */
export function recalledBy(
  stateDir: string,
  volume: string,
): Recalled | undefined {
  const file = fileOf(stateDir, volume);
  return existsSync(file)
    ? new Recalled(linesOf(createReadStream(file)), 'destination')
    : undefined;
}

/** The prover's side of `keepProven`: writes lines, waits for those that the connection does not take at once. */
export async function tellLine(
  socket: TLSSocket,
  line: ProvenLine,
): Promise<void> {
  if (!socket.write(`${JSON.stringify(line)}\n`)) {
    await drained(socket);
  }
}
