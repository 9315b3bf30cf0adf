/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isReadySince } from './kubernetesApi';

const node = (status: string, lastHeartbeatTime: string) => ({
  status: {
    conditions: [
      { type: 'MemoryPressure', status: 'True', lastHeartbeatTime },
      { type: 'Ready', status, lastHeartbeatTime },
    ],
  },
});

describe('isReadySince', () => {
  const since = new Date('2026-11-23T10:00:00.900Z');

  it.each([
    ['ready', node('True', '2026-11-23T10:00:05Z'), true],
    ['ready in the same second', node('True', '2026-11-23T10:00:00Z'), true],
    [
      'ready only before the kubelet was started anew',
      node('True', '2026-11-23T09:59:59Z'),
      false,
    ],
    ['not ready', node('False', '2026-11-23T10:00:05Z'), false],
    ['not heard of', node('Unknown', '2026-11-23T10:00:05Z'), false],
    ['not there', undefined, false],
    ['just registered', { status: {} }, false],
  ])('%s', (_name, found, expected) => {
    expect(isReadySince(found, since)).toBe(expected);
  });
});
