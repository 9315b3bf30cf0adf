/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { capacityOf } from './inspectCluster';

describe('capacityOf', () => {
  const node = (allocatable?: object) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'n' },
    status: { allocatable },
  });

  it('adds up what the nodes have for pods', () => {
    expect(
      capacityOf([
        node({ cpu: '1930m', memory: '3Gi' }),
        node({ cpu: '4', memory: '16374400Ki' }),
        // has just come
        node(),
      ]),
    ).toEqual({ cpu: 5.9, memoryBytes: 3 * 2 ** 30 + 16374400 * 1024 });
    expect(capacityOf([])).toEqual({ cpu: 0, memoryBytes: 0 });
  });
});
