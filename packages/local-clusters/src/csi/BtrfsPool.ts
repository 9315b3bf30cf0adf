/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from '../command';
import { readMounts } from '../mounts';

const POOL_BYTES = 16 * 2 ** 30;

/**
 * One storage backend for both clusters: a btrfs on a sparse file. A volume is a subvolume, a snapshot a read-only one,
 * both named by their handles.
 */
export class BtrfsPool {
  readonly dir: string;
  private readonly file: string;

  constructor(stateDir: string) {
    this.dir = join(stateDir, 'btrfs');
    this.file = join(stateDir, 'btrfs.img');
  }

  async mount(): Promise<void> {
    if (!readMounts().includes(this.dir)) {
      mkdirSync(this.dir, { recursive: true });
      if (!existsSync(this.file)) {
        await run('truncate', ['-s', String(POOL_BYTES), this.file]);
        await run('mkfs.btrfs', ['-q', '-f', this.file]);
      }
      await run('mount', ['-o', 'loop', this.file, this.dir]);
    }
    for (const part of ['volumes', 'snapshots', 'sizes']) {
      mkdirSync(join(this.dir, part), { recursive: true });
    }
  }

  pathOf(volume: string): string {
    return join(this.dir, 'volumes', volume);
  }

  async createVolume(volume: string, bytes: number): Promise<void> {
    if (!existsSync(this.pathOf(volume))) {
      await run('btrfs', ['subvolume', 'create', this.pathOf(volume)]);
      chmodSync(this.pathOf(volume), 0o777);
    }
    this.keepSize(volume, bytes);
  }

  /** @throws when there is no such snapshot */
  async restore(
    snapshot: string,
    volume: string,
    bytes: number,
  ): Promise<void> {
    if (!existsSync(this.pathOf(volume))) {
      await run('btrfs', [
        'subvolume',
        'snapshot',
        this.snapshotPath(snapshot),
        this.pathOf(volume),
      ]);
    }
    this.keepSize(volume, bytes);
  }

  /** @throws when there is no such volume */
  async snapshot(volume: string, snapshot: string): Promise<void> {
    if (!this.hasSnapshot(snapshot)) {
      this.keepSize(snapshot, this.sizeOf(volume));
      await run('btrfs', [
        'subvolume',
        'snapshot',
        '-r',
        this.pathOf(volume),
        this.snapshotPath(snapshot),
      ]);
    }
  }

  hasSnapshot(snapshot: string): boolean {
    return existsSync(this.snapshotPath(snapshot));
  }

  sizeOf(handle: string): number {
    return Number(readFileSync(join(this.dir, 'sizes', handle), 'utf8'));
  }

  /** Names of the volumes and snapshots that there are. */
  list(): { volumes: string[]; snapshots: string[] } {
    return {
      volumes: readdirSync(join(this.dir, 'volumes')).sort(),
      snapshots: readdirSync(join(this.dir, 'snapshots')).sort(),
    };
  }

  deleteVolume(volume: string): Promise<void> {
    return this.remove(volume, this.pathOf(volume));
  }

  deleteSnapshot(snapshot: string): Promise<void> {
    return this.remove(snapshot, this.snapshotPath(snapshot));
  }

  private async remove(handle: string, path: string): Promise<void> {
    if (existsSync(path)) {
      await run('btrfs', ['subvolume', 'delete', path]);
    }
    rmSync(join(this.dir, 'sizes', handle), { force: true });
  }

  private snapshotPath(snapshot: string): string {
    return join(this.dir, 'snapshots', snapshot);
  }

  private keepSize(handle: string, bytes: number): void {
    writeFileSync(join(this.dir, 'sizes', handle), String(bytes));
  }
}
