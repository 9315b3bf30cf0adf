/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MoverOutcome,
  ProbeConfig,
} from '@namespace-migration/plugin-migration-common';
import { greetingOf } from './dial';
import { dialUntil } from './dialUntil';
import { Output } from './output';
import { MoverKeys } from './readConfig';

/** Does the endpoint answer, and is it ours? Within the deadline. */
export async function probe(
  config: ProbeConfig,
  keys: MoverKeys,
  output: Output,
): Promise<MoverOutcome> {
  const startedAt = Date.now();
  const socket = await dialUntil(
    {
      endpoint: config.endpoint,
      peerName: config.peerName,
      keys,
      hello: {
        op: 'probe',
        ...greetingOf(config),
      },
    },
    config.deadlineSeconds,
    output,
  );
  socket.destroy();
  return { kind: 'probed', milliseconds: Date.now() - startedAt };
}
