/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { checkMoverNetwork } from './checkMoverNetwork';

type Probe = Parameters<typeof checkMoverNetwork>[2][number];

const input = {
  name: 'shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
};
const volumes = [{ action: 'copy' }] as Parameters<typeof checkMoverNetwork>[1];
const probe = (state: Probe['state'], change: object = {}): Probe => ({
  state,
  plan: { id: 'p', input: { ...input, ...change }, volumes: [] },
  record: {
    conditions:
      state === 'Failed'
        ? [
            {
              type: 'NoEndpointReachable',
              category: 'Critical',
              message: 'NodePort: refused. Open it.',
            },
          ]
        : [],
  },
});

describe('checkMoverNetwork', () => {
  const found = (...probes: Probe[]) => {
    const { checks, conditions } = checkMoverNetwork(input, volumes, probes);
    return [
      ...checks.map(({ outcome }) => outcome),
      ...conditions.map(({ type, category }) => `${category} ${type}`),
    ];
  };

  it('says nothing of plans that copy nothing', () => {
    expect(checkMoverNetwork(input, [], [probe('Failed')])).toEqual({
      checks: [],
      conditions: [],
    });
  });

  it('believes the last probe that came to an end', () => {
    expect(found()).toEqual(['notMade']);
    expect(found(probe('Running'), probe('Canceled'))).toEqual(['notMade']);
    expect(found(probe('Completed'), probe('Failed'))).toEqual(['passed']);
    expect(found(probe('Canceled'), probe('Failed'))).toEqual([
      'found',
      'Warn MoverNetworkFailed',
    ]);
  });

  it('tells what was tried, or what else went wrong, and what to do', () => {
    const failed = probe('Failed');
    const message = () =>
      checkMoverNetwork(input, volumes, [failed]).conditions[0].message;
    expect(message()).toMatch(
      /failed: NodePort: refused\. Open it\. Open one of .* probe again\.$/,
    );
    failed.record.networkProbe = {
      namespaces: [
        {
          source: 'a',
          destination: 'a',
          endpoint: 'Tunnel',
          notChosen: ['Route: none'],
        },
        { source: 'b', destination: 'b', notChosen: ['Tunnel: closed'] },
      ],
    };
    expect(message()).toMatch(/failed: Tunnel: closed\. Open one of/);
  });

  it.each([
    ['clusters', { destination: 'other' }],
    ['namespaces', { namespaces: [{ source: 'bank' }] }],
    ['endpoints', { options: { endpoints: ['Tunnel'] } }],
  ])('does not believe a probe of other %s', (_what, change) => {
    expect(found(probe('Completed', change))).toEqual(['notMade']);
  });

  it('does not mind another name or other options', () => {
    expect(
      found(probe('Completed', { name: 'x', options: { verify: 'full' } })),
    ).toEqual(['passed']);
  });
});
