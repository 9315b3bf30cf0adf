/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClusterName, Instance } from '../instance';
import { sleep } from '../deadline';
import { tailOfFile } from '../tailOfFile';
import { markerOf } from './ownProcesses';
import { ProcessRecords, type ProcessRecord } from './processRecords';
import { identityOf, isAlive } from './processTable';

export interface DaemonOptions {
  /** As in `source-kubelet`; also the name of the record and of the log. */
  name: string;
  cluster?: ClusterName;
  command: string;
  args: string[];
  /** Prepended: nsenter with the namespaces the daemon lives in. */
  enter?: string[];
  env?: Record<string, string>;
  cwd?: string;
}

/** Starts, finds and ends the long-running processes of one instance. */
export class Daemons {
  readonly records: ProcessRecords;

  constructor(private readonly instance: Instance) {
    this.records = new ProcessRecords(join(instance.stateDir, 'processes'));
  }

  logFileOf(name: string): string {
    return join(this.instance.stateDir, 'log', `${name}.log`);
  }

  /** Does nothing when the same command line runs already; replaces a process that was started with another one. */
  async start(options: DaemonOptions): Promise<ProcessRecord> {
    const commandLine = [
      ...(options.enter ?? []),
      options.command,
      ...options.args,
    ];
    const running = this.records.alive(options.name);
    if (running) {
      if (running.commandLine.join('\0') === commandLine.join('\0')) {
        return running;
      }
      await this.end(options.name);
    }
    const logFile = this.logFileOf(options.name);
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'a');
    const child = spawn(commandLine[0], commandLine.slice(1), {
      cwd: options.cwd ?? this.instance.stateDir,
      detached: true, // outlives this process and its terminal
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        ...markerOf(this.instance, options.cluster),
        ...options.env,
      },
    });
    closeSync(log);
    const failed = new Promise<never>((_, reject) => {
      child.once('error', error =>
        reject(
          new Error(
            `Could not start ${options.name} (${commandLine[0]}): ${error.message}`,
          ),
        ),
      );
    });
    const spawned = new Promise<void>(resolve => {
      child.once('spawn', () => resolve());
    });
    await Promise.race([spawned, failed]);
    child.unref();
    const identity = identityOf(child.pid!);
    if (!identity) {
      throw new Error(this.deathOf(options.name));
    }
    const record = { ...identity, name: options.name, commandLine, logFile };
    this.records.write(record);
    return record;
  }

  isRunning(name: string): boolean {
    return this.records.alive(name) !== undefined;
  }

  /** For `waitUntil`: a reason to give up as soon as the daemon is dead. */
  whyDead(name: string): string | undefined {
    return this.isRunning(name) ? undefined : this.deathOf(name);
  }

  explain(name: string): string {
    return `The log of ${name}, ${this.logFileOf(
      name,
    )}, ends with:\n${tailOfFile(this.logFileOf(name))}`;
  }

  /** SIGTERM, then SIGKILL after the grace period. Ends only the recorded process, never another one with its pid. */
  async end(name: string, graceSeconds = 10): Promise<void> {
    const record = this.records.read(name);
    if (record && isAlive(record)) {
      process.kill(record.pid, graceSeconds > 0 ? 'SIGTERM' : 'SIGKILL');
      const killAt = Date.now() + graceSeconds * 1000;
      while (isAlive(record)) {
        if (Date.now() > killAt) {
          process.kill(record.pid, 'SIGKILL');
        }
        await sleep(50);
      }
    }
    this.records.remove(name);
  }

  private deathOf(name: string): string {
    return `${name} has ended. ${this.explain(name)}`;
  }
}
