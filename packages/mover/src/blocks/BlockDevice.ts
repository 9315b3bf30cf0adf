/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { FileHandle, open, readFile } from 'node:fs/promises';

/** What is hashed and sent at once. A last one may be shorter. */
export const CHUNK_BYTES = 1024 * 1024;
export const HASH_BYTES = 32;

export function hashOf(chunk: Buffer): Buffer {
  return createHash('sha256').update(chunk).digest();
}

/** A volume with volumeMode Block, or a plain file in its place. */
export class BlockDevice {
  private constructor(
    readonly path: string,
    readonly bytes: number,
    private readonly file: FileHandle,
  ) {}

  static async open(
    path: string,
    mode: 'read' | 'write',
  ): Promise<BlockDevice> {
    // Nothing is created or cut: a device that is not there must not become a file in the container.
    const file = await open(
      path,
      mode === 'read' ? constants.O_RDONLY : constants.O_RDWR,
    );
    try {
      return new BlockDevice(path, await sizeOf(file), file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Every chunk of the first `bytes`, in order, read anew. */
  async *chunks(bytes: number): AsyncGenerator<Buffer> {
    for (let offset = 0; offset < bytes; offset += CHUNK_BYTES) {
      yield await this.read(offset, Math.min(CHUNK_BYTES, bytes - offset));
    }
  }

  private async read(offset: number, length: number): Promise<Buffer> {
    const chunk = Buffer.allocUnsafe(length);
    let held = 0;
    while (held < length) {
      const { bytesRead } = await this.file.read(
        chunk,
        held,
        length - held,
        offset + held,
      );
      if (bytesRead === 0) {
        throw new Error(
          `${this.path} ends at ${offset + held} and not at ${
            this.bytes
          } bytes`,
        );
      }
      held += bytesRead;
    }
    return chunk;
  }

  async write(index: number, chunk: Buffer): Promise<void> {
    const offset = index * CHUNK_BYTES;
    if (offset + chunk.length > this.bytes) {
      throw new Error(
        `${this.path} has ${this.bytes} bytes, and a chunk ends at ${
          offset + chunk.length
        }`,
      );
    }
    let written = 0;
    while (written < chunk.length) {
      const { bytesWritten } = await this.file.write(
        chunk,
        written,
        chunk.length - written,
        offset + written,
      );
      written += bytesWritten;
    }
  }

  /** What was written survives a power cut after this. */
  sync(): Promise<void> {
    return this.file.sync();
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** stat tells 0 for a device; the kernel tells its size in sectors of 512 bytes under its numbers (sysfs). */
async function sizeOf(file: FileHandle): Promise<number> {
  const stats = await file.stat({ bigint: true });
  if (stats.isFile()) {
    return Number(stats.size);
  }
  if (!stats.isBlockDevice()) {
    throw new Error('neither a block device nor a file');
  }
  const device = stats.rdev;
  const major = ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn);
  const minor = (device & 0xffn) | ((device >> 12n) & ~0xffn);
  const sectors = await readFile(
    `/sys/dev/block/${major}:${minor}/size`,
    'utf8',
  );
  return Number(sectors) * 512;
}
