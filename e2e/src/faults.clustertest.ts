/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  LocalCluster,
  setNetworkCut,
} from '@namespace-migration/local-clusters';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { Bucket } from './bucket';
import { killContainer } from './killContainer';
import { steadyFiles } from './matrix/data/steadyFiles';
import { block } from './matrix/engines/block';
import { filesystem } from './matrix/engines/filesystem';
import { indirect } from './matrix/engines/indirect';
import { move } from './matrix/engines/move';
import { snapshot } from './matrix/engines/snapshot';
import { MatrixCell } from './matrix/MatrixCell';
import { matrixBed } from './matrix/matrixBed';
import { MatrixEngine } from './matrix/MatrixEngine';
import { RefusingProxy } from './RefusingProxy';
import { TestBed } from './testBed';

const namespace = 'faults';
const moved = 'faults-moved';
const PROXY_PORT = 7232;
const CUT_MS = 60_000;

/** One volume for each engine, all in one plan: a fault that is not one of its engine's must not hurt it. */
describe('faults', () => {
  let bed: TestBed;
  let bucket: Bucket | undefined;
  let proxy: RefusingProxy | undefined;
  let cells: MatrixCell[];
  let planId: string;

  /** Through a proxy, so that the way to the storage can be cut as well. */
  const indirectThroughProxy: MatrixEngine = {
    ...indirect,
    plan: { repository: 'faults' },
    async prepare() {
      const s3 = bed.environment.s3!;
      const { hostname } = new URL(s3.endpoint);
      bucket = await Bucket.make(s3, 'faults');
      proxy = await RefusingProxy.start(s3.endpoint, hostname, PROXY_PORT);
      await bed.backend.api.registerRepository({
        name: 'faults',
        location: {
          provider: 's3',
          bucket: 'faults',
          endpoint: `http://${hostname}:${PROXY_PORT}`,
          forcePathStyle: true,
          accessKeyId: s3.accessKey,
          secretAccessKey: s3.secretKey,
        },
      });
    },
  };
  const engines = [filesystem, block, snapshot, indirectThroughProxy, move];

  beforeAll(async () => {
    bed = await matrixBed(7231, namespace);
    cells = engines.map(
      engine =>
        new MatrixCell(bed, moved, engine, steadyFiles, {
          smallFiles: 0,
          sparseBytes: 0,
        }),
    );
    for (const { engine, claim } of cells) {
      await engine.prepare?.(bed, [claim]);
    }
    for (const cell of cells) {
      await bed.call(bed.source, claims, 'POST', cell.claimObject());
    }
    await bed.until('the claims are bound', async () =>
      (
        await bed.call(bed.source, claims)
      ).items.every(({ status }: any) => status.phase === 'Bound'),
    );
    for (const cell of cells) {
      await cell.fill();
    }
    const plan = await bed.plan('faults', moved, {
      repository: 'faults',
      volumes: cells.map(({ claim, engine }) => ({
        namespace,
        claim,
        ...engine.selection,
      })),
      options: {
        parallelVolumes: 10,
        bandwidthLimitKiB: 3000,
        endpoints: ['NodePort'],
      },
    });
    expect(plan.conditions).toEqual([]);
    planId = plan.id;
  });

  afterAll(async () => {
    if (bed) {
      await setNetworkCut(bed.environment, false);
    }
    await bed?.close();
    await proxy?.close();
    await bucket?.remove();
    await move.cleanUp?.(bed);
  });

  const claims = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;

  /** Of both clusters, with whose they are. */
  async function movers() {
    const found: Array<{
      cluster: LocalCluster;
      pod: any;
      component: string;
      volume: string;
    }> = [];
    for (const [cluster, ns] of [
      [bed.source, namespace],
      [bed.destination, moved],
    ] as const) {
      for (const pod of await bed.pods(cluster, ns)) {
        const { labels = {} } = pod.metadata;
        const component = labels['namespace-migration.io/component'];
        if (component && pod.status.phase === 'Running') {
          const volume = labels['namespace-migration.io/volume'];
          found.push({ cluster, pod, component, volume });
        }
      }
    }
    return found;
  }

  /** Runs it, and hurts each mover of these components once, a little after it has begun. */
  async function hurting(
    run: () => Promise<Migration>,
    components: string[],
    hurt: (mover: Awaited<ReturnType<typeof movers>>[0]) => unknown,
  ) {
    const hurts = new Set<string>();
    const migration = await bed.during(run, async () => {
      for (const mover of await movers()) {
        const key = `${mover.component} of ${mover.volume}`;
        if (components.includes(mover.component) && !hurts.has(key)) {
          if (await hurt(mover)) {
            hurts.add(key);
          }
        }
      }
    });
    return { migration, hurts: [...hurts].sort() };
  }

  async function differences(of: (cell: MatrixCell) => Promise<number>) {
    const found: Record<string, number> = {};
    for (const cell of cells) {
      found[cell.engine.name] = await of(cell);
    }
    return found;
  }

  const none = Object.fromEntries(engines.map(({ name }) => [name, 0]));
  const afterStage = () => differences(cell => cell.afterStage(0));

  async function change() {
    for (const cell of cells) {
      await cell.change();
      await cell.remember();
    }
  }

  const of = (component: string, ...names: string[]) =>
    names.map(name => expect.stringContaining(`${component} of ${name}`));

  it('movers that are killed in a stage are followed by others, which go on', async () => {
    await change();
    const { hurts } = await hurting(
      () => bed.backend.run(planId, 'stage'),
      ['sender', 'backup', 'restore', 'usage'],
      ({ pod }) => killContainer(pod),
    );
    expect(hurts).toEqual(
      expect.arrayContaining([
        ...of('sender', 'filesystem', 'block'),
        ...of('backup', 'indirect'),
        ...of('restore', 'indirect'),
      ]),
    );
    expect(await afterStage()).toEqual(none);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('endpoint pods that are deleted are made anew, and the pass goes on', async () => {
    await change();
    const { hurts } = await hurting(
      () => bed.backend.run(planId, 'stage'),
      ['receiver'],
      async ({ cluster, pod, volume }) => {
        const sends = (await movers()).some(
          mover => mover.component === 'sender' && mover.volume === volume,
        );
        if (sends) {
          await bed.call(
            cluster,
            `/api/v1/namespaces/${moved}/pods/${pod.metadata.name}?gracePeriodSeconds=0`,
            'DELETE',
          );
        }
        return sends;
      },
    );
    expect(hurts).toEqual(
      expect.arrayContaining(of('receiver', 'filesystem', 'block')),
    );
    expect(await afterStage()).toEqual(none);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('a network that is cut for a minute is waited for', async () => {
    await change();
    const { api } = bed.backend;
    const { id } = await api.startMigration(planId, { type: 'stage' });
    const begun = async (engine: string) =>
      (await api.getMigration(id)).volumes.some(
        ({ claim, state, bytesDone = 0 }) =>
          claim.startsWith(`${engine}-`) &&
          state === 'copying' &&
          bytesDone > 0,
      );
    await bed.until('the passes are under way', async () =>
      (
        await Promise.all(['filesystem', 'block', 'indirect'].map(begun))
      ).every(Boolean),
    );
    await setNetworkCut(bed.environment, true);
    proxy!.setCut(true);
    await sleep(CUT_MS);
    expect((await api.getMigration(id)).state).toBe('Running');
    proxy!.setCut(false);
    await setNetworkCut(bed.environment, false);
    await bed.backend.ended(id, 'Completed');
    expect(await afterStage()).toEqual(none);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('in a cutover, while the application is stopped, lose nothing either', async () => {
    await change();
    const { api } = bed.backend;
    let cutAt: number | undefined;
    let mended = false;
    const { hurts, migration } = await hurting(
      async () => {
        const { id } = await api.startMigration(planId, { type: 'cutover' });
        await bed.until(
          'the comparison begins',
          async () =>
            (
              await api.getMigration(id)
            ).phases.some(
              ({ phase, state }) =>
                phase === 'VerifyVolumes' &&
                ['running', 'waiting', 'completed'].includes(state),
            ),
          600,
        );
        await setNetworkCut(bed.environment, true);
        cutAt = Date.now();
        await sleep(CUT_MS);
        await setNetworkCut(bed.environment, false);
        mended = true;
        return bed.backend.ended(id, 'Completed');
      },
      ['sender', 'backup', 'restore', 'comparer', 'fingerprint', 'reach'],
      ({ pod, component }) =>
        // a comparison that can do nothing yet has not begun
        (component !== 'comparer' || mended) && killContainer(pod),
    );
    expect(cutAt).toBeDefined();
    expect(hurts).toEqual(
      expect.arrayContaining([
        ...of('sender', 'filesystem', 'block'),
        ...of('backup', 'indirect'),
        ...of('restore', 'indirect'),
        // the snapshot's begins only when the network is back, and may be over before it is seen
        ...of('comparer', 'filesystem', 'block', 'indirect'),
      ]),
    );
    expect(
      Object.fromEntries(
        migration.volumes.map(({ claim, proof }) => [
          claim.split('-')[0],
          proof?.differences,
        ]),
      ),
    ).toEqual(none);
    expect(await differences(cell => cell.afterCutover())).toEqual(none);
    expect(await bed.leftovers()).toEqual([]);
    await bed.backend.run(planId, 'rollback');
    expect(await differences(cell => cell.afterRollback())).toEqual(none);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('claims that are deleted under way stop their volumes, each by its name', async () => {
    const { api } = bed.backend;
    const { id } = await api.startMigration(planId, { type: 'stage' });
    await bed.until('it prepares', async () =>
      (await movers()).some(({ component }) => component === 'receiver'),
    );
    for (const { claim } of cells) {
      await bed.call(bed.source, `${claims}/${claim}`, 'DELETE');
    }
    const failed = await bed.backend.ended(id, 'Failed');
    expect(
      failed.conditions.map(({ type, message }) => [type, message]),
    ).toEqual(
      cells
        .map(({ claim }) => claim)
        .sort()
        .map(claim => [
          'SourceClaimDeleted',
          expect.stringContaining(
            `Claim ${namespace}/${claim} on cluster source`,
          ),
        ]),
    );
    expect(await bed.leftovers()).toEqual([]);
    await bed.backend.run(planId, 'rollback');
    await bed.gone(bed.destination, moved);
  });
});
