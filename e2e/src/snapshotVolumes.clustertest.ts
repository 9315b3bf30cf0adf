/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BtrfsPool,
  claimPath,
  LocalCluster,
} from '@namespace-migration/local-clusters';
import { oddFiles } from './matrix/data/oddFiles';
import { describeDirectory } from './independentComparison';
import { TestBed } from './testBed';

const namespace = 'shop-snapshots';
const moved = 'shop-snapshots-moved';

describe('a namespace on storage with snapshots', () => {
  let bed: TestBed;
  let pool: BtrfsPool;
  let planId: string;

  const claim = (name: string) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'csi-btrfs',
      resources: { requests: { storage: '256Mi' } },
    },
  });
  const writerOf = (name: string, script: string) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 1,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          terminationGracePeriodSeconds: 2,
          containers: [
            {
              name: 'main',
              image: bed.environment.images.demo,
              command: ['bash', '-c', script],
              volumeMounts: [{ name: 'data', mountPath: '/data' }],
            },
          ],
          volumes: [
            { name: 'data', persistentVolumeClaim: { claimName: name } },
          ],
        },
      },
    },
  });
  const linesOf = async (cluster: LocalCluster, ns: string) =>
    readFileSync(join(await claimPath(cluster, ns, 'ledger'), 'ledger'), 'utf8')
      .trimEnd()
      .split('\n');
  /** What the snapshot API knows on both clusters, and what the storage holds. */
  const remains = async () => {
    const found: string[] = pool
      .list()
      .snapshots.map(snapshot => `subvolume ${snapshot}`);
    for (const cluster of [bed.source, bed.destination]) {
      for (const kind of ['volumesnapshots', 'volumesnapshotcontents']) {
        const { items } = await bed.call(
          cluster,
          `/apis/snapshot.storage.k8s.io/v1/${kind}`,
        );
        found.push(
          ...items
            .filter(({ metadata }: any) => metadata.labels)
            .map(({ metadata }: any) => `${kind} ${metadata.name}`),
        );
      }
    }
    return found;
  };

  beforeAll(async () => {
    bed = await TestBed.start(7226, namespace, { fixture: false });
    pool = new BtrfsPool(bed.environment.stateDir);
    const claims = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
    for (const name of ['ledger', 'odd']) {
      await bed.call(bed.source, claims, 'POST', claim(name));
    }
    await bed.call(bed.source, claims, 'POST', {
      ...claim('plain'),
      spec: { ...claim('plain').spec, storageClassName: 'fast' },
    });
    await bed.until('the claims are bound', async () =>
      (
        await bed.call(bed.source, claims)
      ).items.every(({ status }: any) => status.phase === 'Bound'),
    );
    oddFiles.directory.fill(await claimPath(bed.source, namespace, 'odd'), {
      smallFiles: 0,
      sparseBytes: 0,
    });
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      'POST',
      writerOf(
        'ledger',
        'while :; do echo "$HOSTNAME $(date +%s%N)" >> /data/ledger; sleep 0.1; done',
      ),
    );
    await bed.until('the ledger is written', async () => {
      try {
        return (await linesOf(bed.source, namespace)).length > 5;
      } catch {
        return false;
      }
    });
  });

  afterAll(() => bed?.close());

  it('may take snapshots where driver and class are there, and is told why not elsewhere', async () => {
    const selected = (names: string[]) => ({
      volumes: names.map(name => ({
        namespace,
        claim: name,
        copyMethod: 'snapshot',
      })),
    });
    const plan = await bed.plan(
      'snapshots',
      moved,
      selected(['ledger', 'odd', 'plain']),
    );
    planId = plan.id;
    expect(plan.conditions).toEqual([
      expect.objectContaining({
        type: 'CopyMethodDoesNotFit',
        message: expect.stringContaining(
          'The volume of claim shop-snapshots/plain is of kind local, and only CSI drivers make snapshots',
        ),
      }),
    ]);
    const updated = await bed.backend.api.updatePlan(planId, {
      name: 'snapshots',
      source: 'source',
      destination: 'destination',
      namespaces: [{ source: namespace, destination: moved }],
      ...selected(['ledger', 'odd']),
    });
    expect(updated.conditions).toEqual([]);
    expect(
      updated.volumes.find(({ claim: name }) => name === 'ledger'),
    ).toMatchObject({
      volumeSource: 'csi',
      driver: 'btrfs.csi.namespace-migration.io',
      snapshotClasses: { source: 'csi-btrfs', destination: 'csi-btrfs' },
    });
  });

  it('is staged: the destination can import the handle, and nothing stays', async () => {
    const stage = await bed.backend.run(planId, 'stage');
    expect(stage.volumes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ claim: 'ledger', state: 'copied' }),
      ]),
    );
    expect(await remains()).toEqual([]);
    expect(pool.list().volumes).toHaveLength(2);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is cut over from a snapshot taken after the last writer, and proven by reading both sides', async () => {
    const cutover = await bed.backend.run(planId, 'cutover');
    for (const volume of cutover.volumes) {
      expect(volume).toMatchObject({
        state: 'verified',
        proof: { mode: 'full', differences: 0 },
      });
    }
    expect(
      describeDirectory(await claimPath(bed.destination, moved, 'odd')),
    ).toBe(describeDirectory(await claimPath(bed.source, namespace, 'odd')));
    const written = await linesOf(bed.source, namespace);
    const arrived = await linesOf(bed.destination, moved);
    expect(arrived.slice(0, written.length)).toEqual(written);
    expect(await remains()).toEqual([]);
    expect(pool.list().volumes).toHaveLength(4);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is rolled back, and nothing of it stays in the storage', async () => {
    await bed.backend.run(planId, 'rollback');
    await bed.gone(bed.destination, moved);
    await bed.until(
      'the volumes of the destination are gone',
      async () => pool.list().volumes.length === 2,
    );
    expect(await remains()).toEqual([]);
  });

  it('lets a stage read a snapshot, so that the copy is of one moment', async () => {
    const core = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
    // it would wait for its claim on the destination, which this plan leaves out
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${namespace}/deployments/ledger`,
      'DELETE',
    );
    await bed.call(bed.source, core, 'POST', claim('pair'));
    await bed.until(
      'the claim is bound',
      async () =>
        (await bed.call(bed.source, `${core}/pair`)).status.phase === 'Bound',
    );
    const path = await claimPath(bed.source, namespace, 'pair');
    // between both in the order of the passes, so that a living volume's would be seconds apart
    writeFileSync(join(path, 'm'), randomBytes(24 << 20));
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      'POST',
      writerOf(
        'pair',
        'n=0; cd /data; while :; do n=$((n + 1)); for f in a z; do echo $n > .$f; mv .$f $f; done; sleep 0.05; done',
      ),
    );
    await bed.until('the pair is written', async () =>
      existsSync(join(path, 'z')),
    );
    const { id, volumes, conditions } = await bed.plan('pair', 'shop-pair', {
      volumes: [
        {
          namespace,
          claim: 'pair',
          copyMethod: 'filesystem',
          stageFrom: 'snapshot',
        },
        ...['ledger', 'odd', 'plain'].map(name => ({
          namespace,
          claim: name,
          action: 'skip' as const,
        })),
      ],
      options: { bandwidthLimitKiB: 3000, streamsPerVolume: 1 },
    });
    expect(
      conditions.filter(({ category }) => category === 'Critical'),
    ).toEqual([]);
    expect(
      volumes.find(({ claim: name }) => name === 'plain')!.stageSources,
    ).toEqual([
      { name: 'volume', fits: true },
      {
        name: 'snapshot',
        fits: false,
        reason: expect.stringContaining('only CSI drivers make snapshots'),
      },
    ]);
    const read = new Set<string>();
    await bed.during(
      () => bed.backend.run(id, 'stage'),
      async () => {
        for (const { metadata, spec } of await bed.pods(
          bed.source,
          namespace,
        )) {
          if (
            metadata.labels?.['namespace-migration.io/component'] === 'sender'
          ) {
            read.add(
              spec.volumes.find((v: any) => v.persistentVolumeClaim)
                .persistentVolumeClaim.claimName,
            );
          }
        }
      },
    );
    expect([...read]).toEqual([expect.stringMatching(/^nm-stage-pair-/)]);
    const copy = await claimPath(bed.destination, 'shop-pair', 'pair');
    const [a, z] = ['a', 'z'].map(name =>
      Number(readFileSync(join(copy, name), 'utf8')),
    );
    expect(a).toBeGreaterThan(0);
    expect([a, a - 1]).toContain(z);
    expect(await remains()).toEqual([]);
    expect(await bed.leftovers()).toEqual([]);

    const cutover = await bed.backend.run(id, 'cutover');
    expect(
      cutover.volumes.find(({ claim: name }) => name === 'pair')!.proof,
    ).toMatchObject({ differences: 0 });
    expect(await remains()).toEqual([]);
    expect(await bed.leftovers()).toEqual([]);
    await bed.backend.run(id, 'rollback');
  });
});
