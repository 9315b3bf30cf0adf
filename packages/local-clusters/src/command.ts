/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { tailOfFile } from './tailOfFile';

export interface CommandOptions {
  cwd?: string;
  /** Added to the environment of this process. */
  env?: Record<string, string>;
  input?: string;
  /** 60 when not given. The whole process group is killed when it is over. */
  deadlineSeconds?: number;
  /** Both streams go to this file (appended) instead of memory; for long and talkative commands. */
  logFile?: string;
}

export class CommandFailed extends Error {
  readonly name = 'CommandFailed';
  constructor(
    message: string,
    readonly exitCode: number | undefined,
    readonly stderr: string,
  ) {
    super(message);
  }
}

/** Runs a command without a shell and gives its standard output. A failure names the command, its end and what it said. */
export function run(
  command: string,
  args: string[],
  options: CommandOptions = {},
): Promise<string> {
  const seconds = options.deadlineSeconds ?? 60;
  const line = [command, ...args].join(' ').slice(0, 300);
  return new Promise((resolve, reject) => {
    const log = options.logFile ? openSync(options.logFile, 'a') : undefined;
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', log ?? 'pipe', log ?? 'pipe'],
      detached: true, // a group of its own, so that the deadline ends its children too
    });
    if (log !== undefined) {
      closeSync(log);
    }
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', chunk => out.push(chunk));
    child.stderr?.on('data', chunk => err.push(chunk));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        child.kill('SIGKILL'); // the group is gone already, or was never made
      }
    }, seconds * 1000);
    child.on('error', error => {
      clearTimeout(timer);
      reject(
        new CommandFailed(
          `Could not start '${line}': ${error.message}`,
          undefined,
          '',
        ),
      );
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 && !late) {
        resolve(Buffer.concat(out).toString());
        return;
      }
      const stderr = Buffer.concat(err).toString();
      const end = late
        ? `did not end within ${seconds} s`
        : `ended with ${code ?? signal}`;
      const said = options.logFile
        ? `see ${options.logFile}:\n${tailOfFile(options.logFile)}`
        : (stderr || Buffer.concat(out).toString()).trim().slice(-2000);
      reject(
        new CommandFailed(
          `'${line}' ${end}: ${said}`,
          code ?? undefined,
          stderr,
        ),
      );
    });
    child.stdin?.on('error', () => {}); // the command may end without reading; its exit code tells
    child.stdin?.end(options.input ?? '');
  });
}

/** As `run`, but a command that fails gives `undefined`; for questions whose answer may be "no". */
export async function tryRun(
  command: string,
  args: string[],
  options: CommandOptions = {},
): Promise<string | undefined> {
  try {
    return await run(command, args, options);
  } catch (error) {
    if (error instanceof CommandFailed) {
      return undefined;
    }
    throw error;
  }
}
