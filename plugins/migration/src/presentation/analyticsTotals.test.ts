/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleAnalytics } from '../testing/examples';
import { analyticsTotals } from './analyticsTotals';

describe('analyticsTotals', () => {
  const { namespaces } = exampleAnalytics();

  it('adds up namespaces, kinds merged and the most first', () => {
    expect(analyticsTotals([...namespaces, ...namespaces])).toMatchObject({
      objects: 28,
      kinds: [
        { kind: 'ConfigMap', count: 20 },
        { kind: 'Deployment', count: 8 },
      ],
      incompatibleObjects: 4,
      claims: 4,
      requestedBytes: 4 * 2 ** 30,
      capacityBytes: 6 * 2 ** 30,
      usedBytes: 2 ** 30,
      usedUnknown: 2,
      images: 6,
    });
  });

  it('knows no use when nobody told any', () => {
    const [{ volumes, ...rest }] = namespaces;
    expect(analyticsTotals([{ ...rest, volumes: [volumes[1]] }])).toMatchObject(
      { usedBytes: undefined, usedUnknown: 1 },
    );
    expect(analyticsTotals([])).toMatchObject({ objects: 0, claims: 0 });
  });
});
