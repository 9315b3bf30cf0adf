/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { groupOf } from './fixtureNamespace';
import { TestBed } from './testBed';

const namespace = 'shop';
const moved = 'shop-moved';

describe('a namespace with a living writer', () => {
  let bed: TestBed;
  let planId: string;
  let untouched: unknown;

  beforeAll(async () => {
    bed = await TestBed.start(7211, namespace);
    untouched = await bed.describeObjects(bed.source, namespace);
  });

  afterAll(() => bed?.close());

  /** Counts how often the writer was seen to run on both sides at once. */
  async function watchedForBoth<T>(work: () => Promise<T>) {
    const runs = async (cluster: typeof bed.source, ns: string) =>
      (await bed.pods(cluster, ns)).filter(
        pod =>
          pod.metadata.labels?.app === 'writer' &&
          pod.status.phase === 'Running',
      );
    let both = 0;
    const result = await bed.during(work, async () => {
      // One pod may end between two questions: only a pod that is still there after the other was seen counts.
      const before = await runs(bed.source, namespace);
      const there = await runs(bed.destination, moved);
      const after = await runs(bed.source, namespace);
      both +=
        there.length > 0 &&
        before.some(pod =>
          after.some(other => other.metadata.uid === pod.metadata.uid),
        )
          ? 1
          : 0;
    });
    return { result, both };
  }

  it('stages twice while the writer goes on, and only reads the source', async () => {
    const plan = await bed.plan('shop', moved);
    expect(plan).toMatchObject({
      state: 'Ready',
      live: 'source',
      conditions: [],
    });
    planId = plan.id;
    for (const time of ['first', 'second']) {
      const mounts = new Set<boolean>();
      const stage = await bed.during(
        () => bed.backend.run(planId, 'stage'),
        async () => {
          for (const pod of await bed.pods(bed.source, namespace)) {
            if (pod.metadata.labels?.['namespace-migration.io/migration']) {
              const data = pod.spec.containers[0].volumeMounts.find(
                (mount: any) => mount.name === 'data',
              );
              if (data) {
                mounts.add(data.readOnly === true);
              }
            }
          }
        },
      );
      expect([...mounts]).toEqual([true]);
      expect({
        time,
        passes: stage.volumes.map(({ claim, state, pass }) => ({
          claim,
          state,
          pass,
        })),
      }).toEqual({
        time,
        passes: [
          { claim: 'files', state: 'copied', pass: 'bulk' },
          { claim: 'journal', state: 'copied', pass: 'bulk' },
        ],
      });
    }
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    expect(await bed.leftovers()).toEqual([]);
    expect(await bed.backend.api.getPlan(planId)).toMatchObject({
      state: 'Staged',
      live: 'source',
    });
  });

  it('cuts over, proves it, and never runs both', async () => {
    const { result: cutover, both } = await watchedForBoth(() =>
      bed.backend.run(planId, 'cutover'),
    );
    expect(both).toBe(0);
    expect(
      Date.parse(cutover.cutover!.finalPassStartedAt!),
    ).toBeGreaterThanOrEqual(Date.parse(cutover.cutover!.writersGoneAt!));
    expect(
      cutover.volumes.map(({ claim, state, proof }) => ({
        claim,
        state,
        differences: proof?.differences,
      })),
    ).toEqual([
      { claim: 'files', state: 'verified', differences: 0 },
      { claim: 'journal', state: 'verified', differences: 0 },
    ]);
    // what was at rest was read before the application was stopped, and not again
    const [files] = cutover.volumes;
    expect(files.proof!.notReadAgain!.files).toBeGreaterThan(1900);
    expect(files.proof!.files).toBeGreaterThan(
      files.proof!.notReadAgain!.files,
    );
    expect(cutover.objects!.different).toBe(0);
    expect(cutover.objects!.present).toBe(cutover.objects!.expected);

    // the test's own look at both sides
    expect(await bed.describeFiles(bed.destination, moved)).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    const committed = await bed.journalOf(bed.source, namespace);
    const found = await bed.journalOf(bed.destination, moved);
    expect(found.slice(0, committed.length)).toEqual(committed);
    // Every row that the source ever wrote was written before its last writer was seen to be gone.
    const lastRow = Number(committed[committed.length - 1].split(' ')[1]);
    expect(lastRow * 1000).toBeLessThan(
      Date.parse(cutover.cutover!.writersGoneAt!),
    );
    await bed.until(
      'the destination writes',
      async () =>
        (await bed.journalOf(bed.destination, moved)).length > committed.length,
    );
    expect(await bed.journalOf(bed.source, namespace)).toHaveLength(
      committed.length,
    );
    expect(await bed.pods(bed.source, namespace)).toEqual([]);

    const binding = await bed.call(
      bed.destination,
      `/apis/rbac.authorization.k8s.io/v1/namespaces/${moved}/rolebindings/shop`,
    );
    expect(binding.subjects).toEqual([
      { kind: 'ServiceAccount', name: 'shop', namespace: moved },
    ]);
    expect(await bed.suspended(bed.destination, moved, 'asleep')).toBe(true);
    expect(await bed.suspended(bed.destination, moved, 'yearly')).toBe(false);
    expect(
      (
        await bed.call(
          bed.destination,
          `/apis/${groupOf(namespace)}/v1/namespaces/${moved}/shops/shop`,
        )
      ).spec,
    ).toEqual({ size: 3 });
    expect(await bed.leftovers()).toEqual([]);
    expect(await bed.backend.api.getPlan(planId)).toMatchObject({
      state: 'Migrated',
      live: 'destination',
    });
  });

  it('rolls back to the field and leaves nothing', async () => {
    const before = await bed.journalOf(bed.source, namespace);
    const { result: rollback, both } = await watchedForBoth(() =>
      bed.backend.run(planId, 'rollback'),
    );
    expect(both).toBe(0);
    expect(rollback.rollback).toMatchObject({ sourceDifferences: 0 });
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    await bed.until(
      'the source writes again',
      async () =>
        (await bed.journalOf(bed.source, namespace)).length > before.length,
    );
    await bed.gone(bed.destination, moved);
    expect(await bed.leftovers()).toEqual([]);
    expect(await bed.backend.api.getPlan(planId)).toMatchObject({
      state: 'RolledBack',
      live: 'source',
    });
  });

  it('is cancelled after the source was stopped, which runs again then', async () => {
    const { api } = bed.backend;
    const { id } = await api.startMigration(planId, { type: 'cutover' });
    await bed.until('the source is stopped', async () =>
      (
        await api.getMigration(id)
      ).phases.some(
        ({ phase, state }) =>
          phase === 'WaitForWriters' && state === 'completed',
      ),
    );
    await api.cancelMigration(id);
    await bed.backend.ended(id, 'Canceled');
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    const before = await bed.journalOf(bed.source, namespace);
    await bed.until(
      'the source writes again',
      async () =>
        (await bed.journalOf(bed.source, namespace)).length > before.length,
    );
    expect(await bed.leftovers()).toEqual([]);
    await bed.gone(bed.destination, moved);
  });

  it('rolls back around what others have put beside it', async () => {
    await bed.backend.run(planId, 'stage');
    const path = `/api/v1/namespaces/${moved}/configmaps`;
    await bed.call(bed.destination, path, 'POST', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'of-others' },
      data: { mine: 'yes' },
    });
    await bed.backend.run(planId, 'rollback');
    expect((await bed.call(bed.destination, `${path}/of-others`)).data).toEqual(
      { mine: 'yes' },
    );
    const claims = await bed.call(
      bed.destination,
      `/api/v1/namespaces/${moved}/persistentvolumeclaims`,
    );
    expect(claims.items).toEqual([]);
  });

  it('keeps every key out of its log, its database and its answers', async () => {
    const kubeconfig = parse(readFileSync(bed.source.kubeconfigPath, 'utf8'));
    const key: string = kubeconfig.users[0].user['client-key-data'];
    const pem = Buffer.from(key, 'base64').toString('utf8');
    const secrets = [
      key.slice(0, 60),
      pem.split('\n')[1],
      'PRIVATE KEY',
      // of the namespace's own Secret
      Buffer.from('hunter2').toString('base64'),
    ];
    const clusters = await bed.backend.api.listClusters();
    const migrations = await bed.backend.api.listMigrations(planId);
    const answers = JSON.stringify([
      clusters,
      migrations,
      ...(await Promise.all(
        migrations.map(({ id }) => bed.backend.api.listMigrationEvents(id)),
      )),
    ]);
    for (const secret of secrets) {
      expect(answers).not.toContain(secret);
      // grep's exit code 1: no file below the backend's data, log and SQLite files, has it
      expect(() =>
        execFileSync('grep', ['-raFl', '--', secret, bed.backend.dir], {
          encoding: 'utf8',
        }),
      ).toThrow(expect.objectContaining({ status: 1, stdout: '' }));
    }
  });
});
