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
    ['across-clusters', 'destination', other],
    ['within-a-cluster', 'source', other],
    ['within-a-namespace', 'source', namespace],
  ])(
    '%s brings the chosen claim under its other name, and nothing else',
    async (name, destination, target) => {
      const cluster = destination === 'source' ? bed.source : bed.destination;
      const stays = target === namespace;
      const namesOf = async (path: string): Promise<string[]> =>
        (await bed.call(cluster, path.replace('NS', target))).items
          .map(({ metadata }: any) => metadata.name)
          .sort();
      const claims = '/api/v1/namespaces/NS/persistentvolumeclaims';
      const deployments = '/apis/apps/v1/namespaces/NS/deployments';
      const before = {
        claims: stays ? await namesOf(claims) : [],
        deployments: stays ? await namesOf(deployments) : [],
      };
      const plan = await bed.plan(name, target, {
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
        describeDirectory(await claimPath(cluster, target, 'files-copy')),
      ).toBe(await bed.describeFiles(bed.source, namespace));
      expect(await namesOf(claims)).toEqual(
        [...before.claims, 'files-copy'].sort(),
      );
      expect(await namesOf(deployments)).toEqual(before.deployments);
      // who starts it on the copy is not known here, so that nothing may write on
      expect(await bed.replicas(bed.source, namespace)).toBe(0);
      expect(await bed.leftovers()).toEqual([]);
      await bed.backend.run(plan.id, 'rollback');
      expect(await bed.replicas(bed.source, namespace)).toBe(1);
      if (stays) {
        await bed.until(
          'the copy is gone',
          async () => !(await namesOf(claims)).includes('files-copy'),
        );
        expect(await namesOf(claims)).toEqual(before.claims);
      } else {
        expect(
          await bed.call(cluster, `/api/v1/namespaces/${target}`),
        ).toBeUndefined();
      }
    },
  );

  it('stops nothing where the plan says so, and waits until nobody mounts the claim', async () => {
    const { id } = await bed.plan('unstopped', other, {
      type: 'state',
      volumes: [{ namespace, claim: 'files', targetClaim: 'files-copy' }],
      options: { quiesce: false },
    });
    const { api } = bed.backend;
    const { id: migration } = await api.startMigration(id, { type: 'cutover' });
    const waitsFor = async () =>
      (await api.getMigration(migration)).phases.find(
        ({ phase }) => phase === 'WaitForWriters',
      )?.waitingFor;
    await bed.until('it waits', waitsFor);
    expect(await waitsFor()).toMatch(
      /^pod shop-state\/files-0 on source to end; the plan leaves it to you/,
    );
    const files = `/apis/apps/v1/namespaces/${namespace}/statefulsets/files`;
    await bed.call(
      bed.source,
      files,
      'PATCH',
      { spec: { replicas: 0 } },
      'application/merge-patch+json',
    );
    const cutover = await bed.backend.ended(migration, 'Completed');
    expect(cutover.volumes[0]).toMatchObject({ state: 'verified' });
    expect(
      describeDirectory(await claimPath(bed.destination, other, 'files-copy')),
    ).toBe(await bed.describeFiles(bed.source, namespace));
    // who does not mount it runs on
    expect(await bed.replicas(bed.source, namespace)).toBe(1);
    expect(
      (await bed.pods(bed.source, namespace)).map(
        ({ metadata }) => metadata.labels.app,
      ),
    ).toEqual(['writer']);
    expect(await bed.leftovers()).toEqual([]);
    await bed.backend.run(id, 'rollback');
  });
});
