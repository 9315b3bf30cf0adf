/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createInterface } from 'node:readline';
import { Duplex, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { VolumeCopyContext } from '@namespace-migration/plugin-migration-node';
import { Side } from './carrierPod';
import { CARRIER_PORT } from './carrierScript';

/** Where both sides of a volume are served. */
export type Pods = Record<Side, { namespace?: string; name: string }>;

/** A stream that is silent for so long is broken. */
const SILENCE_MS = 120_000;

export interface Comparison {
  files: number;
  directories: number;
  bytes: number;
  /** Paths that only one side has, or that are another thing there. */
  differences: number;
  first?: string;
}

/**
 * @param onBytes hears how many have been carried so far
 * @returns how many they were
 * @throws when either side ends before the whole archive has arrived
 */
export async function carry(
  context: VolumeCopyContext,
  pods: Pods,
  pass: 'bulk' | 'final',
  onBytes: (bytes: number) => void,
): Promise<number> {
  let total = 0;
  await within(async (signal, alive) => {
    const from = await dial(context, pods, 'source', signal, `read ${pass}`);
    const to = await dial(
      context,
      pods,
      'destination',
      signal,
      `write ${context.owner.fencingToken}`,
    );
    const frames = new Frames(bytes => {
      alive();
      total += bytes;
      onBytes(total);
    });
    const answer = firstLine(to);
    await Promise.all([
      pipeline(from, frames, to, { end: false, signal }),
      answer.then(line => {
        if (line !== 'done') {
          throw new Error(`The destination's tar answered '${line}'`);
        }
        from.destroy();
        to.destroy();
      }),
    ]).catch(error => {
      // the streams are destroyed once everything has arrived
      if (!frames.ended) {
        throw error;
      }
      return answer;
    });
  });
  return total;
}

/** Knows the end of the archive, and lets no connection that broke off look like it. */
class Frames extends Transform {
  ended = false;
  private left = 0;
  private header = Buffer.alloc(0);

  constructor(private readonly onBytes: (bytes: number) => void) {
    super();
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    callback: (error?: Error | null, data?: Buffer) => void,
  ): void {
    this.onBytes(chunk.length);
    let rest = chunk;
    while (rest.length > 0) {
      const body = Math.min(this.left, rest.length);
      this.left -= body;
      rest = rest.subarray(body);
      if (this.left === 0 && rest.length > 0) {
        const missing = 4 - this.header.length;
        this.header = Buffer.concat([this.header, rest.subarray(0, missing)]);
        rest = rest.subarray(missing);
        if (this.header.length === 4) {
          this.left = this.header.readUInt32BE();
          this.ended ||= this.left === 0;
          this.header = Buffer.alloc(0);
        }
      }
    }
    callback(undefined, chunk);
  }

  override _flush(callback: (error?: Error) => void): void {
    callback(this.ended ? undefined : new Error("The source's tar broke off"));
  }
}

/** Reads both lists at the same time. They are sorted alike, so that equal ones are equal line by line. */
export async function compareLists(
  context: VolumeCopyContext,
  pods: Pods,
): Promise<Comparison> {
  return within(async (signal, alive) => {
    const [source, destination] = await Promise.all(
      (['source', 'destination'] as const).map(async side =>
        linesOf(await dial(context, pods, side, signal, 'list'), alive),
      ),
    );
    const there = new Set(destination);
    const here = new Set(source);
    const different = new Set(
      [
        ...source.filter(line => !there.has(line)),
        ...destination.filter(line => !here.has(line)),
      ].map(line => JSON.parse(line)[0] as string),
    );
    const isDirectory = (mode: number) => Math.floor(mode / 0o10000) === 0o4;
    const entries = source.map(line => JSON.parse(line));
    const files = entries.filter(([, mode]) => !isDirectory(mode));
    const [first] = different;
    return {
      files: files.length,
      directories: entries.length - files.length,
      bytes: files.reduce((sum, entry) => sum + entry[5], 0),
      differences: different.size,
      first: first && Buffer.from(first, 'base64').toString(),
    };
  });
}

async function dial(
  context: VolumeCopyContext,
  pods: Pods,
  side: Side,
  signal: AbortSignal,
  order: string,
): Promise<Duplex> {
  const { namespace, name } = pods[side];
  const stream = await context[side].portForward(
    { namespace: namespace!, pod: name, port: CARRIER_PORT },
    signal,
  );
  stream.write(`${order}\n`);
  return stream;
}

async function linesOf(stream: Duplex, alive: () => void): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    alive();
    if (line === 'end') {
      stream.destroy();
      return lines;
    }
    lines.push(line);
  }
  throw new Error('A list broke off');
}

async function firstLine(stream: Duplex): Promise<string> {
  for await (const line of createInterface({ input: stream })) {
    return line;
  }
  throw new Error("The destination's tar broke off");
}

/** Ends what has been silent for too long. */
async function within<T>(
  work: (signal: AbortSignal, alive: () => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const giveUp = () =>
    controller.abort(
      new Error(`Nothing came through for ${SILENCE_MS / 1000} s`),
    );
  let timer = setTimeout(giveUp, SILENCE_MS);
  try {
    return await work(controller.signal, () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE_MS);
    });
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
