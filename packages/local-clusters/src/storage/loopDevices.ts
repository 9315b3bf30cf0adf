/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { rmSync } from 'node:fs';
import { run } from '../command';

interface LoopDevice {
  name: string;
  'back-file': string;
}

async function loopDevices(): Promise<LoopDevice[]> {
  const told = await run('losetup', ['--json', '--list']);
  return told.trim() === '' ? [] : JSON.parse(told).loopdevices;
}

/** `1Gi` of Kubernetes is `1G` of truncate, and `1G` is `1GB`. */
export function truncateSizeOf(quantity: string): string {
  const match = /^(\d+)(?:([KMGTPE])i|([kMGTPE]))?$/.exec(quantity);
  if (!match) {
    throw new Error(`'${quantity}' is no whole quantity of bytes`);
  }
  const [, count, binary, decimal] = match;
  return `${count}${binary ?? (decimal ? `${decimal}B` : '')}`;
}

/** A block device of this size over a sparse file, made once. */
export async function ensureLoopDevice(
  file: string,
  quantity: string,
): Promise<string> {
  const existing = (await loopDevices()).find(
    device => device['back-file'] === file,
  );
  if (existing) {
    return existing.name;
  }
  await run('truncate', ['-s', truncateSizeOf(quantity), file]);
  return (await run('losetup', ['--find', '--show', file])).trim();
}

export async function removeLoopDevice(file: string): Promise<void> {
  await detachLoopDevicesOf(name => name === file);
  rmSync(file, { force: true });
}

/**
 * Detaches those over files that are meant, and those that a kubelet has put on top of them to hold them.
 */
export async function detachLoopDevicesOf(
  isMeant: (file: string) => boolean,
): Promise<void> {
  const all = await loopDevices();
  const own = new Set(
    all
      .filter(device =>
        isMeant(device['back-file'].replace(/ \(deleted\)$/, '')),
      )
      .map(({ name }) => name),
  );
  const onTop = all.filter(
    device => own.has(device['back-file']) && !own.has(device.name),
  );
  for (const name of [...onTop.map(device => device.name), ...own]) {
    await run('losetup', ['--detach', name]);
  }
}
