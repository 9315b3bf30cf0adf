/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import {
  MOVER_TUNNEL_PORT,
  MoverConfig,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { compareBlocks } from './blocks/compareBlocks';
import { sendBlocks } from './blocks/sendBlocks';
import { compare } from './compare';
import { connect } from './connect';
import { armExitWatchdog } from './exitWatchdog';
import { serveHashing } from './hashPool';
import { fingerprint } from './fingerprint';
import { copyImages } from './images/copyImages';
import { inspectImages } from './images/inspectImages';
import { removeImages } from './images/removeImages';
import { withStaging } from './images/staging/withStaging';
import { verifyImages } from './images/verifyImages';
import { MoverError, Output } from './output';
import { probe } from './probe';
import { prove } from './proven/prove';
import { configDir, readConfig, readKeys } from './readConfig';
import { reach } from './reach';
import { receive } from './receive';
import { backup } from './restic/backup';
import { restore } from './restic/restore';
import { send } from './send';
import { tunnel } from './tunnel';
import { usageOf } from './usage';

const VERSION = '0.1.0';

async function outcomeOf(
  config: MoverConfig,
  output: Output,
  signal: AbortSignal,
): Promise<MoverOutcome> {
  if (config.role === 'usage') {
    const volumes = [];
    for (const volume of config.volumes) {
      volumes.push(await usageOf(volume));
    }
    return { kind: 'usage', volumes };
  }
  if (config.role === 'fingerprint') {
    return fingerprint(config, output);
  }
  if (config.role === 'reach') {
    return reach(config);
  }
  if (config.role === 'backup') {
    return backup({ config, output, signal });
  }
  if (config.role === 'restore') {
    return restore({ config, output, signal });
  }
  if (config.role === 'inspectImages') {
    return withStaging(config, ready => inspectImages(ready, output, signal));
  }
  if (config.role === 'copyImages') {
    return withStaging(config, ready => copyImages(ready, output, signal));
  }
  if (config.role === 'verifyImages') {
    return verifyImages(config, output, signal);
  }
  if (config.role === 'removeImages') {
    return removeImages(config, output, signal);
  }
  const keys = readKeys(configDir());
  if (config.role === 'receive') {
    const server = await receive(config, keys, output, signal);
    await new Promise<void>(resolve => server.once('close', () => resolve()));
    return { kind: 'received' };
  }
  const opened =
    config.endpoint.kind === 'tunnel'
      ? await tunnel({
          localPort: config.endpoint.listenPort,
          portalPort: MOVER_TUNNEL_PORT,
        })
      : undefined;
  try {
    switch (config.role) {
      case 'send':
        if (config.volume.mode === 'Block') {
          return await sendBlocks({ config, keys, output, signal });
        }
        return await send({
          config,
          keys,
          output,
          signal,
          connectCommand: `${process.execPath} ${process.argv[1]} connect`,
        });
      case 'compare':
        if (config.volume.mode === 'Block') {
          return await compareBlocks(config, keys, output);
        }
        return await compare(config, keys, output);
      case 'prove':
        return await prove(config, keys, output);
      case 'probe':
        return await probe(config, keys, output);
      default:
        throw new Error(`Unknown role ${(config as MoverConfig).role}`);
    }
  } finally {
    opened?.close();
  }
}

async function main(): Promise<number> {
  if (process.argv[2] === 'connect') {
    return connect(process.argv.slice(3));
  }
  const config = readConfig(configDir());
  const output = new Output({
    migrationId: config.migrationId,
    fencingToken: config.fencingToken,
    terminationLog: process.env.MOVER_TERMINATION_LOG ?? '/dev/termination-log',
  });
  const controller = new AbortController();
  process.once('SIGTERM', () => controller.abort());
  process.once('SIGINT', () => controller.abort());
  output.send({ type: 'started', role: config.role, version: VERSION });
  try {
    const outcome = await outcomeOf(config, output, controller.signal);
    output.result({ type: 'result', ok: true, outcome });
    if (/Images$/.test(config.role)) {
      // what became of each image is in the log alone, and of a container that ends at once a busy node may lose the end
      await sleep(1_000);
    }
    return 0;
  } catch (error) {
    const failure =
      error instanceof MoverError
        ? error.failure
        : {
            reason: controller.signal.aborted ? 'Terminated' : 'MoverFailed',
            message: controller.signal.aborted
              ? 'The mover was told to end before it was done.'
              : String(error),
          };
    output.result({ type: 'result', ok: false, error: failure });
    return controller.signal.aborted ? 143 : 1;
  }
}

function end(code: number): never {
  armExitWatchdog(3);
  process.exit(code);
}

if (isMainThread) {
  // Set before the pool starts; stat and readdir on storage with latency gain from more than its four threads.
  process.env.UV_THREADPOOL_SIZE ??= '16';
  main().then(
    code => end(code),
    error => {
      process.stderr.write(`${error}\n`);
      end(1);
    },
  );
} else {
  serveHashing();
}
