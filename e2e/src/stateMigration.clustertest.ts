/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { claimPath } from '@namespace-migration/local-clusters';
import { describeDirectory } from './independentComparison';
import { TestBed } from './testBed';

const namespace = 'shop-state';
const other = 'shop-state-moved';

describe('a state migration', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await TestBed.start(7228, namespace);
  });

  afterAll(async () => {
    await bed?.close();
    if (bed) {
      await bed.call(bed.source, `/api/v1/namespaces/${other}`, 'DELETE');
      await bed.gone(bed.source, other);
    }
  });

  it.each([
    ['across clusters', 'destination'],
    ['within one cluster', 'source'],
  ])(
    '%s brings the chosen claim under its other name, and nothing else',
    async (title, destination) => {
      const cluster = destination === 'source' ? bed.source : bed.destination;
      const plan = await bed.plan(title.replace(/ /g, '-'), other, {
        type: 'state',
        destination,
        volumes: [{ namespace, claim: 'files', targetClaim: 'files-copy' }],
      });
      expect(plan.conditions).toEqual([]);
      expect(
        plan.volumes.map(({ claim, action }) => [claim, action]).sort(),
      ).toEqual([
        ['files', 'copy'],
        ['journal', 'skip'],
      ]);
      const cutover = await bed.backend.run(plan.id, 'cutover');
      expect(cutover.volumes).toEqual([
        expect.objectContaining({
          claim: 'files',
          targetClaim: 'files-copy',
          state: 'verified',
        }),
      ]);
      expect(
        describeDirectory(await claimPath(cluster, other, 'files-copy')),
      ).toBe(await bed.describeFiles(bed.source, namespace));
      const there = async (path: string) =>
        (await bed.call(cluster, path.replace('NS', other))).items.map(
          ({ metadata }: any) => metadata.name,
        );
      expect(
        await there('/api/v1/namespaces/NS/persistentvolumeclaims'),
      ).toEqual(['files-copy']);
      expect(await there('/apis/apps/v1/namespaces/NS/deployments')).toEqual(
        [],
      );
      // who starts it on the copy is not known here, so that nothing may write on
      expect(await bed.replicas(bed.source, namespace)).toBe(0);
      expect(await bed.leftovers()).toEqual([]);
      await bed.backend.run(plan.id, 'rollback');
      expect(await bed.replicas(bed.source, namespace)).toBe(1);
      expect(
        await bed.call(cluster, `/api/v1/namespaces/${other}`),
      ).toBeUndefined();
    },
  );
});
