/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendConfig } from '@namespace-migration/plugin-migration-common';
import { dial, greetingOf } from './dial';
import { MoverError } from './output';
import { configDir, readConfig, readKeys } from './readConfig';

/** Stands before the reason in what `connect` writes to stderr, for `send` to find. */
export const CONNECT_FAILURE = 'mover-connect-failure:';

/** So long rsync may take to read what the receiver said last. */
const LAST_WORDS_MS = 10_000;

/**
 * The remote shell of our rsync: `connect HOST rsync --server …`. Carries rsync's protocol from stdin and stdout
 * over the secured connection. Exit codes: 0, 255 no connection, 12 broken connection.
 */
export async function connect(argv: string[]): Promise<number> {
  const config = readConfig(configDir()) as SendConfig;
  let socket;
  try {
    socket = await dial({
      endpoint: config.endpoint,
      peerName: config.peerName,
      keys: readKeys(configDir()),
      hello: {
        op: 'rsync',
        ...greetingOf(config),
        volume: config.volume.name,
        pass: config.pass,
        args: argv.slice(2),
      },
    });
  } catch (error) {
    const reason =
      error instanceof MoverError ? error.reason : 'EndpointUnreachable';
    process.stderr.write(
      `${CONNECT_FAILURE}${JSON.stringify({
        reason,
        message: (error as Error).message,
      })}\n`,
    );
    return 255;
  }
  const { stdin, stdout } = process;
  // The receiver's last words (a full volume) are on their way to rsync when the receiver stops to listen. Were
  // rsync's own pipe closed then, it would die of that and never read them.
  const drain = () => {
    stdin.unpipe(socket);
    stdin.resume();
  };
  const spoken = once(stdin, 'close');
  stdin.pipe(socket);
  socket.once('close', drain);
  try {
    await pipeline(socket, stdout);
    drain();
    await Promise.race([
      spoken,
      sleep(LAST_WORDS_MS, undefined, { ref: false }),
    ]);
    return 0;
  } catch {
    // rsync says itself that its connection broke.
    return 12;
  }
}
