/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  linkSync,
  utimesSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { claimPath } from '@namespace-migration/local-clusters';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { Bucket } from './bucket';
import { TestBed } from './testBed';

const namespace = 'shop-indirect';
const moved = 'shop-indirect-moved';
const bucketName = 'indirect-volumes';

describe('a namespace through the replication repository', () => {
  let bed: TestBed;
  let bucket: Bucket;
  let plan: Plan;

  beforeAll(async () => {
    bed = await TestBed.start(7241, namespace, { s3: true });
    bucket = await Bucket.make(bed.environment.s3!, bucketName);
  });

  afterAll(async () => {
    await bed?.close();
    await bucket?.remove();
  });

  const location = () => {
    const { endpoint, accessKey, secretKey } = bed.environment.s3!;
    return {
      provider: 's3' as const,
      bucket: bucketName,
      prefix: 'some/folder',
      endpoint,
      forcePathStyle: true,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
    };
  };

  it('is registered only when an object can be written, read and deleted', async () => {
    const { api } = bed.backend;
    await expect(
      api.registerRepository({
        name: 'bucket',
        location: { ...location(), secretAccessKey: 'wrong' },
      }),
    ).rejects.toMatchObject({
      cause: {
        name: 'InputError',
        message: expect.stringMatching(
          /^location: Replication repository bucket: an object could not be written in indirect-volumes .*SignatureDoesNotMatch/,
        ),
      },
    });
    await expect(
      api.registerRepository({
        name: 'bucket',
        location: { ...location(), bucket: 'absent' },
      }),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('NoSuchBucket') },
    });
    expect(await api.listRepositories()).toEqual([]);
    const registered = await api.registerRepository({
      name: 'bucket',
      location: location(),
    });
    expect(registered.status).toMatchObject({ connected: true });
    expect(registered.location).toEqual({
      ...location(),
      secretAccessKey: undefined,
    });
    expect(await bucket.keys()).toEqual([]);
  });

  it('is staged into the bucket and from there to the destination', async () => {
    plan = await bed.plan('indirect', moved, {
      repository: 'bucket',
      volumes: ['files', 'journal'].map(claim => ({
        namespace,
        claim,
        copyMethod: 'indirect',
      })),
    });
    expect(plan.conditions).toEqual([]);
    await bed.backend.run(plan.id, 'stage');
    expect(await bed.describeFiles(bed.destination, moved)).toEqual(
      await bed.describeFiles(bed.source, namespace),
    );
    const keys = await bucket.keys();
    expect(
      keys.filter(key => /\/config$/.test(key) && key.includes(plan.id)),
    ).toHaveLength(2);
    expect(keys.every(key => key.startsWith('some/folder/'))).toBe(true);
    expect(await bed.leftovers()).toEqual([]);
    await expect(
      bed.backend.api.deleteRepository('bucket'),
    ).rejects.toMatchObject({
      cause: {
        name: 'ConflictError',
        message: expect.stringContaining(
          'Repository bucket is used by plans indirect;',
        ),
      },
    });
  });

  it('is staged again with what was changed, deleted and became something else', async () => {
    const files = await claimPath(bed.source, namespace, 'files');
    const at = (name: string) => join(files, name);
    for (const name of ['small-7', 'deep', 'link', 'hard', 'fifo', 'attr']) {
      rmSync(at(name), { recursive: true });
    }
    writeFileSync(at('small-8'), 'changed');
    // equal to what it was linked to in all but being linked
    const plain = statSync(at('plain'));
    writeFileSync(at('hard'), 'plain\n');
    utimesSync(at('plain'), 1_000_000_000, 1_000_000_000);
    utimesSync(at('hard'), 1_000_000_000, 1_000_000_000);
    expect(plain.size).toBe(6);
    writeFileSync(at('fifo'), 'no pipe any more');
    writeFileSync(at('attr'), 'no attributes any more');
    mkdirSync(at('link'));
    writeFileSync(at('link/inside'), 'a directory now');
    symlinkSync('plain', at('deep'));
    linkSync(at('big'), at('big-again'));
    // as a killed server leaves it
    spawnSync(
      process.execPath,
      [
        '-e',
        'require("net").createServer().listen("socket", () => process.kill(process.pid, "SIGKILL"))',
      ],
      { cwd: files },
    );
    utimesSync(files, 1_000_000_000, 1_000_000_000);
    const stage = await bed.backend.run(plan.id, 'stage');
    expect(await bed.describeFiles(bed.destination, moved)).toEqual(
      await bed.describeFiles(bed.source, namespace),
    );
    const messages = (await bed.backend.api.listMigrationEvents(stage.id)).map(
      ({ message }) => message,
    );
    const [, sent, , written] =
      /files sent (\d+) of (\d+) bytes .* wrote (\d+) bytes/.exec(
        messages.join('\n'),
      )!;
    // neither the 3 MB file nor the 50 MB one travels again
    expect(Number(sent)).toBeLessThan(1_000_000);
    expect(Number(written)).toBeLessThan(1_000_000);
  });

  it('is cut over with every write, proven, and nothing stays in the bucket', async () => {
    const cutover = await bed.backend.run(plan.id, 'cutover');
    for (const volume of cutover.volumes) {
      expect(volume).toMatchObject({
        state: 'verified',
        proof: { mode: 'full', differences: 0 },
      });
    }
    expect(await bed.describeFiles(bed.destination, moved)).toEqual(
      await bed.describeFiles(bed.source, namespace),
    );
    const written = await bed.journalOf(bed.source, namespace);
    const here = await bed.journalOf(bed.destination, moved);
    expect(here.slice(0, written.length)).toEqual(written);
    expect(await bucket.keys()).toEqual([]);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is rolled back, and repository and plan can go', async () => {
    await bed.backend.run(plan.id, 'rollback');
    expect(await bed.replicas(bed.source, namespace)).toBe(1);
    expect(await bed.leftovers()).toEqual([]);
    expect(await bucket.keys()).toEqual([]);
    await bed.backend.api.deletePlan(plan.id);
    await bed.backend.api.deleteRepository('bucket');
  });
});
