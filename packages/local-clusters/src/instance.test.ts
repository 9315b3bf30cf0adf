/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { clusterNetworkOf, defaultStateDir, instanceOf } from './instance';

describe('instanceOf', () => {
  const { NAMESPACE_MIGRATION_STATE: kept } = process.env;
  beforeEach(() => {
    delete process.env.NAMESPACE_MIGRATION_STATE;
  });
  afterAll(() => {
    if (kept !== undefined) {
      process.env.NAMESPACE_MIGRATION_STATE = kept;
    }
  });

  it('gives each number a directory, a bridge and a network of its own', () => {
    expect(instanceOf(0)).toEqual({
      index: 0,
      stateDir: defaultStateDir,
      bridge: 'mig0',
      hostAddress: '10.200.0.1',
    });
    expect(instanceOf(7)).toEqual({
      index: 7,
      stateDir: `${defaultStateDir}-7`,
      bridge: 'mig7',
      hostAddress: '10.201.7.1',
    });
  });

  it('takes the directory from the argument before the environment', () => {
    process.env.NAMESPACE_MIGRATION_STATE = '/srv/state';
    expect(instanceOf(1).stateDir).toBe('/srv/state');
    expect(instanceOf(1, '/srv/other/').stateDir).toBe('/srv/other');
  });

  it.each([-1, 255, 1.5, NaN])('refuses number %p', index => {
    expect(() => instanceOf(index)).toThrow('from 0 to 254');
  });

  it.each(['/', '/var', 'relative/dir', '/a b/c', '/srv/../etc', '/a/b,c'])(
    'refuses to keep what down deletes in %p',
    dir => {
      expect(() => instanceOf(0, dir)).toThrow('State directory');
    },
  );
});

describe('clusterNetworkOf', () => {
  it('puts both nodes on the bridge of their instance', () => {
    const instance = instanceOf(7, '/srv/state');
    expect(clusterNetworkOf(instance, 'source')).toMatchObject({
      namespace: 'mig7-source',
      nodeAddress: '10.201.7.11',
      apiServiceAddress: '10.91.0.1',
    });
    expect(clusterNetworkOf(instance, 'destination')).toMatchObject({
      namespace: 'mig7-destination',
      nodeAddress: '10.201.7.12',
      podRange: '10.42.0.0/16',
    });
  });

  it('names no interface that is too long for the kernel', () => {
    const last = instanceOf(254, '/srv/state');
    for (const name of ['source', 'destination'] as const) {
      expect(clusterNetworkOf(last, name).hostInterface.length).toBeLessThan(
        16,
      );
    }
  });
});
