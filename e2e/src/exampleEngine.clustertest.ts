/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimPath } from '@namespace-migration/local-clusters';
import { TestBed } from './testBed';

const namespace = 'shop-tar';
const moved = 'shop-tar-moved';

describe('a copy engine from outside', () => {
  let bed: TestBed;
  let planId: string;

  beforeAll(async () => {
    bed = await TestBed.start(7221, namespace, {
      env: ({ images }) => ({
        NAMESPACE_MIGRATION_MODULES:
          '@namespace-migration/plugin-migration-backend-module-tar',
        NAMESPACE_MIGRATION_TAR_IMAGE: images.demo,
      }),
    });
  });

  afterAll(() => bed?.close());

  const copyMethods = async () =>
    Object.fromEntries(
      (await bed.backend.api.getPlan(planId)).volumes.map(
        ({ claim, copyMethod }) => [claim, copyMethod],
      ),
    );

  it('is offered by its module beside the built-in ones, and taken when the plan says so', async () => {
    const plan = await bed.plan('tar', moved, {
      volumes: [{ namespace, claim: 'files', copyMethod: 'tar' }],
    });
    planId = plan.id;
    expect(plan.conditions).toEqual([]);
    expect(await copyMethods()).toEqual({
      files: 'tar',
      journal: 'filesystem',
    });
    expect(plan.volumes[0].copyMethods.at(-1)).toEqual({
      name: 'tar',
      title: 'A tar stream through the portal',
      action: 'copy',
      fits: true,
    });
  });

  it('stages, brings changes and deletions at cutover, and its proof counts', async () => {
    const stage = await bed.backend.run(planId, 'stage');
    expect(stage.volumes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ claim: 'files', state: 'copied' }),
      ]),
    );
    const files = await claimPath(bed.source, namespace, 'files');
    appendFileSync(join(files, 'plain'), 'more\n');
    rmSync(join(files, 'small-7'));
    writeFileSync(join(files, 'new'), 'new\n');
    const cutover = await bed.backend.run(planId, 'cutover');
    const proven = cutover.volumes.find(({ claim }) => claim === 'files');
    expect(proven).toMatchObject({
      state: 'verified',
      proof: { mode: 'full', differences: 0 },
    });
    expect(proven!.proof!.files).toBeGreaterThan(2000);
    expect(await bed.describeFiles(bed.destination, moved)).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is rolled back like any other', async () => {
    await bed.backend.run(planId, 'rollback');
    await bed.gone(bed.destination, moved);
    expect(await bed.replicas(bed.source, namespace)).toBe(1);
  });
});
