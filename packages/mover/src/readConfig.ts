/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  MOVER_CONFIG_DIR,
  MOVER_CONFIG_FILE,
  MoverConfig,
} from '@namespace-migration/plugin-migration-common';

export interface MoverKeys {
  ca: Buffer;
  cert: Buffer;
  key: Buffer;
}

export function configDir(): string {
  return process.env.MOVER_CONFIG_DIR ?? MOVER_CONFIG_DIR;
}

/** @throws when the file is absent or not JSON; the message names it */
export function readConfig(dir: string): MoverConfig {
  const file = join(dir, MOVER_CONFIG_FILE);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`Mover configuration ${file}: ${error}`);
  }
}

export function readKeys(dir: string): MoverKeys {
  return {
    ca: readFileSync(join(dir, 'ca.crt')),
    cert: readFileSync(join(dir, 'tls.crt')),
    key: readFileSync(join(dir, 'tls.key')),
  };
}
