/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setNetworkCut } from '@namespace-migration/local-clusters';
import { TestBed } from './testBed';

const namespace = 'shop-cut';

// Cuts the network between the clusters, so nothing else may run beside it: runAllTests.ts gives it a run of its own.
describe('clusters that cannot reach each other', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await TestBed.start(7214, namespace);
    await setNetworkCut(bed.environment, true);
  });

  afterAll(async () => {
    if (bed) {
      await setNetworkCut(bed.environment, false);
      await bed.close();
    }
  });

  it('are named with every way that was tried, and nothing is left', async () => {
    const untouched = await bed.describeObjects(bed.source, namespace);
    const { id } = await bed.plan('cut', 'cut', {
      options: { endpoints: ['NodePort'] },
    });
    const failed = await bed.backend.run(id, 'stage', 'Failed');
    expect(failed.conditions).toEqual([
      expect.objectContaining({
        type: 'NoEndpointReachable',
        category: 'Critical',
        message: expect.stringContaining('NodePort'),
      }),
    ]);
    expect(await bed.leftovers()).toEqual([]);
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
  });

  it('are brought together by the tunnel through the portal', async () => {
    const { id } = await bed.plan('tunnelled', 'tunnelled', {
      options: { endpoints: ['NodePort', 'Tunnel'] },
    });
    const cutover = await bed.backend.run(id, 'cutover');
    expect(
      cutover.volumes.map(({ claim, state, endpoint, proof }) => ({
        claim,
        state,
        endpoint,
        differences: proof?.differences,
      })),
    ).toEqual([
      { claim: 'files', state: 'verified', endpoint: 'Tunnel', differences: 0 },
      {
        claim: 'journal',
        state: 'verified',
        endpoint: 'Tunnel',
        differences: 0,
      },
    ]);
    expect(await bed.describeFiles(bed.destination, 'tunnelled')).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    const committed = await bed.journalOf(bed.source, namespace);
    expect(
      (await bed.journalOf(bed.destination, 'tunnelled')).slice(
        0,
        committed.length,
      ),
    ).toEqual(committed);
    expect(await bed.leftovers()).toEqual([]);
  });
});
