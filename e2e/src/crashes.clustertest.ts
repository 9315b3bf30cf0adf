/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimPath } from '@namespace-migration/local-clusters';
import { TestBed } from './testBed';

const namespace = 'shop-killed';
const moved = 'shop-killed-moved';

describe('whatever dies', () => {
  let bed: TestBed;
  let planId: string;
  let untouched: unknown;

  beforeAll(async () => {
    bed = await TestBed.start(7213, namespace);
    untouched = await bed.describeObjects(bed.source, namespace);
    planId = (await bed.plan('killed', moved)).id;
  });

  afterAll(() => bed?.close());

  it('a mover in the middle of its pass', async () => {
    const { id: slow } = await bed.plan('slow', 'slow', {
      options: { bandwidthLimitKiB: 3000 },
    });
    const { id } = await bed.backend.api.startMigration(slow, {
      type: 'stage',
    });
    const sender = async () =>
      (await bed.pods(bed.source, namespace)).find(
        pod =>
          pod.metadata.labels?.['namespace-migration.io/component'] ===
            'sender' && pod.status.phase === 'Running',
      );
    await bed.until('a pass runs', sender);
    const first = await sender();
    await bed.call(
      bed.source,
      `/api/v1/namespaces/${namespace}/pods/${first.metadata.name}?gracePeriodSeconds=0`,
      'DELETE',
    );
    const stage = await bed.backend.ended(id, 'Completed');
    expect(stage.volumes.map(({ state }) => state)).toEqual([
      'copied',
      'copied',
    ]);
    expect(await bed.describeFiles(bed.destination, 'slow')).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    await bed.backend.run(slow, 'rollback');
    await bed.gone(bed.destination, 'slow');
  });

  it('a copy that is not the same is found, and the source runs again by itself', async () => {
    const { backend } = bed;
    const { id } = await backend.api.startMigration(planId, {
      type: 'cutover',
    });
    await backend.kill();
    backend.launch({
      MIGRATION_KILL_AT: 'cutover/VerifyVolumes/started',
    });
    await bed.until(
      'the final pass is over',
      async () => !backend.running,
      600,
    );
    const file = join(
      await claimPath(bed.destination, moved, 'files'),
      'small-77',
    );
    const { atime, mtime, size } = statSync(file);
    writeFileSync(file, 'X'.repeat(size));
    utimesSync(file, atime, mtime);
    await backend.start();
    const failed = await backend.ended(id, 'Failed');
    expect(failed.conditions).toEqual([
      expect.objectContaining({
        type: 'VolumeDiffers',
        category: 'Critical',
        message: expect.stringContaining('small-77'),
      }),
    ]);
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    expect(
      (await bed.pods(bed.destination, moved)).map(pod => pod.metadata.name),
    ).toEqual([]);
    expect(await bed.leftovers()).toEqual([]);
    const before = (await bed.journalOf(bed.source, namespace)).length;
    await bed.until(
      'the source writes again',
      async () => (await bed.journalOf(bed.source, namespace)).length > before,
    );
  });

  it('a writer that is started again during a cutover stops it before the destination starts', async () => {
    const { backend } = bed;
    const { id } = await backend.api.startMigration(planId, {
      type: 'cutover',
    });
    await backend.kill();
    backend.launch({ MIGRATION_KILL_AT: 'cutover/ApplyObjects/ran' });
    await bed.until(
      'the objects are applied',
      async () => !backend.running,
      600,
    );
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${namespace}/deployments/writer`,
      'PATCH',
      { spec: { replicas: 1 } },
      'application/merge-patch+json',
    );
    await bed.until(
      'the writer is back',
      async () => (await bed.pods(bed.source, namespace)).length > 0,
    );
    await backend.start();
    const failed = await backend.ended(id, 'Failed');
    expect(failed.conditions.map(({ type }) => type)).toEqual([
      'WriterCameBack',
    ]);
    expect(await bed.pods(bed.destination, moved)).toEqual([]);
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    await backend.run(planId, 'rollback');
  });

  it('a writer that does not end is named at the deadline, and the source runs again by itself', async () => {
    const [writer] = (await bed.pods(bed.source, namespace)).filter(
      pod => pod.metadata.labels?.app === 'writer',
    );
    const path = `/api/v1/namespaces/${namespace}/pods/${writer.metadata.name}`;
    const finalizers = (value: string[]) =>
      bed.call(
        bed.source,
        path,
        'PATCH',
        { metadata: { finalizers: value } },
        'application/merge-patch+json',
      );
    await finalizers(['demo.namespace-migration.io/stubborn']);
    try {
      const stubborn = await bed.plan('stubborn', 'stubborn', {
        options: { quiesceDeadlineSeconds: 20 },
      });
      const failed = await bed.backend.run(stubborn.id, 'cutover', 'Failed');
      expect(failed.conditions).toEqual([
        expect.objectContaining({
          type: 'DeadlineExceeded',
          message: expect.stringContaining(writer.metadata.name),
        }),
      ]);
      expect(
        failed.phases.find(({ phase }) => phase === 'FinalVolumePass')?.state,
      ).toBe('skipped');
      await finalizers([]);
      expect(await bed.describeObjects(bed.source, namespace)).toEqual(
        untouched,
      );
      await bed.backend.run(stubborn.id, 'rollback');
    } finally {
      await finalizers([]);
    }
    expect(await bed.leftovers()).toEqual([]);
  });
});
