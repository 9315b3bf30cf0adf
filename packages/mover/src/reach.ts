/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  MoverOutcome,
  ReachConfig,
} from '@namespace-migration/plugin-migration-common';

const ATTEMPTS = 3;
const TIMEOUT_MS = 10_000;
const PAUSE_MS = 2_000;

/** Tries to reach a storage from this node: its servers by TCP, and what is mounted by reading it. Never writes. */
export async function reach(config: ReachConfig): Promise<MoverOutcome> {
  const tried = await Promise.all([
    ...config.servers.map(({ host, port }) =>
      attempt(`${host}:${port}`, () => opened(host, port)),
    ),
    ...(config.volume ? [config.volume.path] : []).map(path =>
      attempt(path, () => readdir(path)),
    ),
  ]);
  const unreachable = tried.filter(failure => failure !== undefined);
  return { kind: 'reached', unreachable };
}

async function attempt(
  target: string,
  work: () => Promise<unknown>,
): Promise<{ target: string; error: string } | undefined> {
  for (let count = 1; ; count += 1) {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (count === ATTEMPTS) {
        return { target, error: (error as Error).message };
      }
      await sleep(PAUSE_MS);
    }
  }
}

function opened(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () =>
      socket.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)),
    );
    socket.once('error', reject);
  });
}
