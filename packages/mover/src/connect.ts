/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { pipeline } from 'node:stream/promises';
import { SendConfig } from '@namespace-migration/plugin-migration-common';
import { framesOf } from './channels';
import { dial, greetingOf } from './dial';
import { MoverError } from './output';
import { configDir, readConfig, readKeys } from './readConfig';

/** Stands before the reason in what `connect` writes to stderr, for `send` to find. */
export const CONNECT_FAILURE = 'mover-connect-failure:';

/**
 * The remote shell of our rsync: `connect HOST rsync --server …`. Carries rsync's protocol from stdin and stdout
 * over the secured connection, and what the receiver's rsync complains about to stderr. Exit codes: 0,
 * 255 no connection, 12 broken connection.
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
        together: process.env.MOVER_TOGETHER,
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
  const { stdin, stdout, stderr } = process;
  stdin.pipe(socket);
  const words = framesOf(socket);
  try {
    await pipeline(async function* spoken() {
      for await (const { channel, bytes } of words) {
        if (channel === 'stdout') {
          yield bytes;
        } else {
          stderr.write(bytes);
        }
      }
    }, stdout);
    return 0;
  } catch {
    // rsync says itself that its connection broke.
    return 12;
  }
}
