/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A layer with Debian's static busybox, which the local clusters' pause image is made of too. */
export function busyboxLayer(): Buffer {
  return layer(root => {
    mkdirSync(join(root, 'bin'));
    cpSync('/bin/busybox', join(root, 'bin/busybox'));
  });
}

/** A layer that cannot be compressed. */
export function randomLayer(bytes: number): Buffer {
  return layer(root => writeFileSync(join(root, 'data'), randomBytes(bytes)));
}

function layer(fill: (root: string) => void): Buffer {
  const root = mkdtempSync(join(tmpdir(), 'layer-'));
  try {
    fill(root);
    return execFileSync('tar', ['c', '-C', root, '.'], {
      maxBuffer: 256 * 1024 * 1024,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
