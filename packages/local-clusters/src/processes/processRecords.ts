/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity } from './processTable';

export interface ProcessRecord extends ProcessIdentity {
  name: string;
  commandLine: string[];
  logFile: string;
}

/** One file for each daemon that we started, in STATE/processes. */
export class ProcessRecords {
  constructor(private readonly dir: string) {}

  write(record: ProcessRecord): void {
    mkdirSync(this.dir, { recursive: true });
    const path = this.pathOf(record.name);
    writeFileSync(`${path}.new`, JSON.stringify(record, undefined, 2));
    renameSync(`${path}.new`, path); // a crash leaves the old record or the new one, never half of it
  }

  read(name: string): ProcessRecord | undefined {
    const path = this.pathOf(name);
    if (!existsSync(path)) {
      return undefined;
    }
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Error(
        `Record ${path} cannot be read (${
          (error as Error).message
        }); delete it and run 'down'`,
      );
    }
  }

  /** The record, if its process still runs. */
  alive(name: string): ProcessRecord | undefined {
    const record = this.read(name);
    return record && isAlive(record) ? record : undefined;
  }

  all(): ProcessRecord[] {
    if (!existsSync(this.dir)) {
      return [];
    }
    return readdirSync(this.dir)
      .filter(file => file.endsWith('.json'))
      .map(file => this.read(file.slice(0, -'.json'.length))!)
      .filter(Boolean);
  }

  remove(name: string): void {
    rmSync(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    return join(this.dir, `${name}.json`);
  }
}
