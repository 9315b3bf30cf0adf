/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { pipeline } from 'node:stream/promises';
import { SendConfig } from '@namespace-migration/plugin-migration-common';
import { dial } from './dial';
import { MoverError } from './output';
import { configDir, readConfig, readKeys } from './readConfig';

/** Stands before the reason in what `connect` writes to stderr, for `send` to find. */
export const CONNECT_FAILURE = 'mover-connect-failure:';

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
        migrationId: config.migrationId,
        fencingToken: config.fencingToken,
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
  try {
    const up = pipeline(process.stdin, socket);
    up.catch(() => undefined);
    await pipeline(socket, process.stdout);
    return 0;
  } catch {
    // rsync says itself that its connection broke.
    return 12;
  }
}
