/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
} from 'node:fs';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** Larger files are hashed in parts of this size, so that one huge file keeps every core busy. */
export const PART_BYTES = 64 * 1024 * 1024;

interface Job {
  id: number;
  parts: FilePart[];
}
interface FilePart {
  path: Uint8Array;
  offset: number;
  length: number;
  /** Brought to disk first, so that the kernel notices whatever a mapping of it writes from then on. */
  flush?: boolean;
}
/** One base64 digest or `!CODE` for each part. */
interface Answer {
  id: number;
  digests: string[];
}

/**
 * Hashes files on threads of their own. The digest of a file up to 64 MiB is its SHA-256; of a larger one the
 * SHA-256 over the SHA-256 of its 64 MiB parts. A file that cannot be read has the digest `!CODE`.
 */
export class HashPool {
  private readonly workers: Array<{ worker: Worker; running: number }> = [];
  private readonly waiting = new Map<number, (digests: string[]) => void>();
  private nextId = 0;
  private failure?: Error;

  constructor(
    private readonly size: number,
    /** Told the bytes of every part that is done. */
    private readonly onHashed?: (bytes: number) => void,
  ) {}

  /** Small files travel together, because a message costs as much as hashing a few KiB. */
  async hashSmall(
    files: Array<{ path: Buffer; size: number; flush?: boolean }>,
  ): Promise<string[]> {
    return this.run(
      files.map(({ path, size, flush }) => ({
        path,
        offset: 0,
        length: size,
        flush,
      })),
    );
  }

  async hash(path: Buffer, size: number, flush?: boolean): Promise<string> {
    if (size <= PART_BYTES) {
      const [digest] = await this.run([
        { path, offset: 0, length: size, flush },
      ]);
      return digest;
    }
    const parts: Array<Promise<string[]>> = [];
    for (let offset = 0; offset < size; offset += PART_BYTES) {
      const length = Math.min(PART_BYTES, size - offset);
      parts.push(this.run([{ path, offset, length, flush }]));
    }
    const digests = (await Promise.all(parts)).flat();
    const failed = digests.find(digest => digest.startsWith('!'));
    if (failed) {
      return failed;
    }
    const hash = createHash('sha256');
    for (const digest of digests) {
      hash.update(Buffer.from(digest, 'base64'));
    }
    return hash.digest('base64');
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()));
  }

  private run(parts: FilePart[]): Promise<string[]> {
    if (this.failure) {
      return Promise.resolve(parts.map(() => '!THREAD'));
    }
    const id = this.nextId++;
    const thread = this.leastBusy();
    thread.running += 1;
    return new Promise(resolve => {
      this.waiting.set(id, digests => {
        thread.running -= 1;
        this.onHashed?.(parts.reduce((sum, part) => sum + part.length, 0));
        resolve(digests);
      });
      thread.worker.postMessage({ id, parts } satisfies Job);
    });
  }

  private leastBusy() {
    const idle = this.workers.find(({ running }) => running === 0);
    if (idle) {
      return idle;
    }
    if (this.workers.length < this.size) {
      return this.start();
    }
    return this.workers.reduce((a, b) => (b.running < a.running ? b : a));
  }

  private start() {
    // The bundle is one file; `main.ts` calls `serveHashing` when it finds itself in a thread.
    const worker = new Worker(__filename, {
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    const started = { worker, running: 0 };
    worker.on('message', ({ id, digests }: Answer) => {
      this.waiting.get(id)?.(digests);
      this.waiting.delete(id);
    });
    worker.on('error', error => {
      // Nobody waits for ever: what is not hashed counts as unreadable, and that is a difference.
      this.failure = error;
      for (const settle of this.waiting.values()) {
        settle(['!THREAD']);
      }
      this.waiting.clear();
    });
    this.workers.push(started);
    return started;
  }
}

/** What a thread of the pool does. */
export function serveHashing(): void {
  if (isMainThread || !parentPort) {
    throw new Error('serveHashing belongs into a thread');
  }
  const port = parentPort;
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  port.on('message', ({ id, parts }: Job) => {
    const digests = parts.map(part => digestOf(part, buffer));
    port.postMessage({ id, digests } satisfies Answer);
  });
}

function digestOf(part: FilePart, buffer: Buffer): string {
  let file: number | undefined;
  try {
    // Non-blocking, in case a FIFO has taken the place of the file meanwhile.
    file = openSync(
      Buffer.from(part.path),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    if (!fstatSync(file).isFile()) {
      return '!CHANGED';
    }
    if (part.flush) {
      fsyncSync(file);
    }
    const hash = createHash('sha256');
    let position = part.offset;
    const end = part.offset + part.length;
    while (position < end) {
      const wanted = Math.min(buffer.length, end - position);
      const read = readSync(file, buffer, 0, wanted, position);
      if (read === 0) {
        return '!CHANGED';
      }
      hash.update(buffer.subarray(0, read));
      position += read;
    }
    return hash.digest('base64');
  } catch (error) {
    return `!${(error as NodeJS.ErrnoException).code ?? 'UNREADABLE'}`;
  } finally {
    if (file !== undefined) {
      closeSync(file);
    }
  }
}
