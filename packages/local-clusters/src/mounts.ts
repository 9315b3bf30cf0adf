/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { tryRun } from './command';

export function readMounts(): string[] {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .filter(line => line.length > 0)
    .map(line => line.split(' ')[1].replace(/\\040/g, ' '));
}

/** @throws when something is still mounted below the directory afterwards */
export async function unmountBelow(dir: string): Promise<void> {
  const own = readMounts().filter(mount => mount.startsWith(`${dir}/`));
  for (const mount of own.reverse()) {
    await tryRun('umount', ['-l', mount]);
  }
  const left = readMounts().filter(mount => mount.startsWith(`${dir}/`));
  if (left.length > 0) {
    throw new Error(
      `Still mounted: ${left.join(
        ', ',
      )}; something outside of this environment uses it (see fuser -m)`,
    );
  }
}
