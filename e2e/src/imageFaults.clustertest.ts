/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ImageSelection,
  Migration,
} from '@namespace-migration/plugin-migration-common';
import { ImageBed, MIB } from './images/ImageBed';
import { imageFixture } from './images/imageFixture';
import { randomLayer } from './images/layerOf';
import { TestBed } from './testBed';

const namespace = 'shop-bad-images';
const moved = 'shop-bad-images-moved';

describe('an image that cannot be copied ends it before anything is stopped', () => {
  let images: ImageBed;
  let bed: TestBed;

  beforeAll(async () => {
    images = await ImageBed.start(7351, namespace, moved);
    bed = images.bed;
    await images.addPullSecret('wrong', images.from, {
      username: 'from',
      password: 'wrong',
    });
  });

  afterAll(() => images?.close());

  const ended = async (
    name: string,
    choices: ImageSelection,
  ): Promise<Migration> => {
    const plan = await images.plan(name, choices);
    const migration = await bed.backend.run(plan.id, 'cutover', 'Failed');
    const reached = migration.phases.filter(({ startedAt }) => startedAt);
    expect(reached.map(({ phase }) => phase)).not.toContain('QuiesceSource');
    expect(await images.runs(3)).toBe(true);
    expect(await bed.leftovers()).toEqual([]);
    return migration;
  };
  const condition = (type: string, image: string, host: string) =>
    expect.objectContaining({
      type,
      category: 'Critical',
      message: expect.stringMatching(
        new RegExp(
          `Image ${image}.*registry ${host}`
            .replace(/\./g, '\\.')
            .replace(/\\\.\*/g, '.*'),
        ),
      ),
    });

  it('a wrong password', async () => {
    const [first, ...rest] = images.selection().registries!;
    const credentials = {
      cluster: 'source' as const,
      namespace,
      secret: 'wrong',
    };
    const { conditions } = await ended(
      'wrong-password',
      images.selection({ registries: [{ ...first, credentials }, ...rest] }),
    );
    expect(conditions).toContainEqual(
      condition(
        'RegistryCredentialsRejected',
        `${images.from.host}/shop/web:1`,
        images.from.host,
      ),
    );
  });

  it('an unknown authority', async () => {
    const [first, ...rest] = images.selection().registries!;
    const { conditions } = await ended(
      'unknown-authority',
      images.selection({
        registries: [{ ...first, caBundle: images.to.caBundle }, ...rest],
      }),
    );
    expect(conditions).toContainEqual(
      condition(
        'RegistryNotTrusted',
        `${images.from.host}/shop/web:1`,
        images.from.host,
      ),
    );
  });

  it("another's tag at the target, until the plan says what becomes of it", async () => {
    const repository = 'moved/shop/web';
    const others = await images.target.push({
      repository,
      tag: '1',
      layers: [randomLayer(1000)],
    });
    const { conditions } = await ended('taken', images.selection());
    expect(conditions).toEqual([
      expect.objectContaining({
        type: 'ImageTagTaken',
        message: expect.stringContaining(others),
      }),
    ]);
    const plan = await images.plan(
      'kept',
      images.selection({ existingTags: 'keep' }),
    );
    await bed.backend.run(plan.id, 'stage');
    expect((await images.target.manifest(repository, '1'))?.digest).toBe(
      others,
    );
    expect(
      await images.target.brokenBlobs(repository, images.digests.web),
    ).toEqual([]);
  });

  /** One more workload, that runs no pod. */
  const withImage = async (name: string, work: () => Promise<void>) => {
    const [, { path, object }] = imageFixture(namespace, images.from.host);
    object.metadata.name = name;
    object.spec.replicas = 0;
    object.spec.template.spec.containers[0].image = `${images.from.host}/shop/${name}:1`;
    await bed.call(bed.source, path, 'POST', object);
    try {
      await work();
    } finally {
      await bed.call(bed.source, `${path}/${name}`, 'DELETE');
    }
  };

  it('a tag that is not there', () =>
    withImage('absent', async () => {
      const { conditions } = await ended(
        'absent',
        images.selection({ existingTags: 'keep' }),
      );
      expect(conditions).toEqual([
        condition(
          'ImageNotFound',
          `${images.from.host}/shop/absent:1`,
          images.from.host,
        ),
      ]);
    }));

  it('a blob that arrives as something else', () =>
    withImage('broken', async () => {
      await images.source.push({
        repository: 'shop/broken',
        tag: '1',
        layers: [randomLayer(MIB)],
      });
      const { body } = (await images.source.manifest('shop/broken', '1'))!;
      const hex = body.layers[0].digest.replace('sha256:', '');
      const file = join(
        bed.environment.stateDir,
        `registry-${images.from.host.split(':')[1]}`,
        'data/docker/registry/v2/blobs/sha256',
        hex.slice(0, 2),
        hex,
        'data',
      );
      const bytes = readFileSync(file);
      bytes[bytes.length - 100] ^= 1;
      writeFileSync(file, bytes);
      const { conditions } = await ended(
        'broken',
        images.selection({ existingTags: 'keep' }),
      );
      expect(conditions).toEqual([
        condition(
          'ImageBlobCorrupt',
          `${images.from.host}/shop/broken:1`,
          images.from.host,
        ),
      ]);
      expect(conditions[0].message).toContain(hex);
    }));

  it('a registry that is full', async () => {
    const storage = join(bed.environment.stateDir, 'registry-full-data');
    mkdirSync(storage, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', storage]);
    images.onClose(() => {
      execFileSync('umount', [storage]);
    });
    const full = await images.registry('full', 7354, storage);
    await images.addPullSecret('full-push', full);
    const { conditions } = await ended(
      'full',
      images.selection({
        rules: [{ from: images.from.host, to: full.host }],
        registries: [
          images.selection().registries![0],
          {
            registry: full.host,
            caBundle: full.caBundle,
            credentials: {
              cluster: 'source',
              namespace,
              secret: 'full-push',
            },
          },
        ],
      }),
    );
    expect(conditions).toContainEqual(
      condition('RegistryFull', `${images.from.host}/shop/.*`, full.host),
    );
  });
});
