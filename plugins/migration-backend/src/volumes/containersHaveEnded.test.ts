/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { containersHaveEnded } from './containersHaveEnded';

const ended = { terminated: { exitCode: 0 } };
const runs = { running: {} };

function pod(
  states: Array<object | undefined>,
  rest: { phase?: string; deleted?: boolean } = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'mover',
      ...(rest.deleted && { deletionTimestamp: '2026-11-23T12:00:00Z' }),
    },
    spec: { containers: states.map((_, i) => ({ name: `c${i}` })) },
    status: {
      phase: rest.phase ?? 'Running',
      containerStatuses: states.flatMap((state, i) =>
        state ? [{ name: `c${i}`, state }] : [],
      ),
    },
  };
}

describe('containersHaveEnded', () => {
  it.each<[string, KubernetesObject, boolean]>([
    ['runs', pod([runs]), false],
    ['is being deleted and runs yet', pod([runs], { deleted: true }), false],
    ['is being deleted and has ended', pod([ended], { deleted: true }), true],
    ['has ended and is started again', pod([ended]), false],
    ['runs in one of two', pod([ended, runs], { deleted: true }), false],
    [
      'has a container that nothing is known of',
      pod([ended, undefined], { deleted: true }),
      false,
    ],
    ['is over', pod([undefined], { phase: 'Succeeded' }), true],
    ['has failed', pod([ended], { phase: 'Failed' }), true],
  ])('a pod that %s', (_, given, expected) => {
    expect(containersHaveEnded(given)).toBe(expected);
  });
});
