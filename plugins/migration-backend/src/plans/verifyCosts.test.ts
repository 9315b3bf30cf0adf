/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import { verifyCosts } from './verifyCosts';

const volume = { namespace: 'shop', claim: 'data', capacityBytes: 1000 };
const progress = (rest: object): VolumeProgress => ({
  namespace: 'shop',
  claim: 'data',
  targetNamespace: 'shop',
  targetClaim: 'data',
  state: 'copied',
  ...rest,
});
const proof = (rest: object) => ({
  mode: 'full' as const,
  files: 1,
  directories: 1,
  bytes: 400,
  differences: 0,
  verifiedAt: '2026-11-24T00:00:00Z',
  seconds: 4,
  ...rest,
});

describe('what a proof costs', () => {
  it('is at most the capacity while nothing was measured', () => {
    expect(verifyCosts(volume, [], 10)).toEqual([
      { mode: 'full', bytes: 1000, basis: 'capacity' },
      { mode: 'sample', bytes: 100, basis: 'capacity' },
      { mode: 'metadata', bytes: 0, basis: 'capacity' },
    ]);
  });

  it('is what lies on the volume, at the speed of the last proof', () => {
    expect(verifyCosts(volume, [progress({ proof: proof({}) })], 25)).toEqual([
      { mode: 'full', bytes: 400, basis: 'measured', seconds: 4 },
      { mode: 'sample', bytes: 100, basis: 'measured', seconds: 1 },
      { mode: 'metadata', bytes: 0, basis: 'measured', seconds: 0 },
    ]);
  });

  it("takes another volume's speed, but not one of a proof that did not read all", () => {
    const costs = (other: object) =>
      verifyCosts(
        volume,
        [
          progress({ bytesTotal: 200 }),
          progress({ claim: 'other', proof: proof(other) }),
        ],
        10,
      )[0];
    expect(costs({})).toMatchObject({ bytes: 200, seconds: 2 });
    expect(
      costs({ notReadAgain: { files: 1, bytes: 1, since: '' } }),
    ).not.toHaveProperty('seconds');
    expect(costs({ mode: 'metadata' })).not.toHaveProperty('seconds');
  });
});
