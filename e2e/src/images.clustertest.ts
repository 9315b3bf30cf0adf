/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ImageRegistry,
  RegistryContent,
} from '@namespace-migration/local-clusters';
import {
  ImageSelection,
  Migration,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { dockerConfig, imageFixture } from './images/imageFixture';
import { busyboxLayer, randomLayer } from './images/layerOf';
import { trustRegistry } from './images/trustRegistry';
import { TestBed } from './testBed';

const namespace = 'shop-images';
const moved = 'shop-images-moved';
const names = ['api', 'init', 'report', 'web', 'worker'];
const MIB = 1024 * 1024;

/** Two registries, each with a password and an authority of its own; five images that share layers, one for two platforms. */
describe('images come along', () => {
  let bed: TestBed;
  let from: ImageRegistry;
  let to: ImageRegistry;
  let source: RegistryContent;
  let target: RegistryContent;
  const cleanUp: Array<() => void | Promise<void>> = [];
  const digests: Record<string, string> = {};
  const base = busyboxLayer();
  const shared = randomLayer(2 * MIB);

  const registry = async (
    name: string,
    port: number,
    storage?: string,
  ): Promise<ImageRegistry> => {
    const address = bed.source.net.nodeAddress.replace(/\.\d+$/, '.1');
    const started = await ImageRegistry.start({
      dir: join(bed.environment.stateDir, `registry-${name}`),
      address,
      port,
      login: { username: name, password: `secret of ${name}` },
      storage,
    });
    cleanUp.push(() => started.stop());
    for (const cluster of [bed.source, bed.destination]) {
      cleanUp.push(trustRegistry(cluster, started));
    }
    return started;
  };
  const secrets = `/api/v1/namespaces/${namespace}/secrets`;

  beforeAll(async () => {
    bed = await TestBed.start(7331, namespace, { fixture: false });
    from = await registry('from', 7332);
    to = await registry('to', 7333);
    source = new RegistryContent(from);
    target = new RegistryContent(to);
    for (const name of names) {
      digests[name] = await source.push({
        repository: `shop/${name}`,
        tag: '1',
        layers: [base, shared, randomLayer(MIB / 2)],
        entrypoint: ['/bin/busybox', 'sleep', '1000000'],
        ...(name === 'api' && { architectures: ['amd64', 'arm64'] }),
      });
    }
    for (const secret of [
      dockerConfig('source-pull', from.host, from.login!),
      dockerConfig('target-push', to.host, to.login!),
      dockerConfig('wrong', from.host, { username: 'from', password: 'wrong' }),
    ]) {
      await bed.call(bed.source, secrets, 'POST', secret);
    }
    for (const { path, object } of imageFixture(namespace, from.host)) {
      await bed.call(bed.source, path, 'POST', object);
    }
    await bed.until('the application runs', () => runs(3));
  });

  afterAll(async () => {
    await bed?.close();
    for (const undo of cleanUp.reverse()) {
      await undo();
    }
  });

  const runs = async (count: number) =>
    (await bed.pods(bed.source, namespace)).filter(
      pod => pod.status.phase === 'Running' && !pod.metadata.deletionTimestamp,
    ).length === count;

  const selection = (more: ImageSelection = {}): ImageSelection => ({
    rules: [{ from: from.host, to: `${to.host}/moved` }],
    registries: [
      { registry: from.host, caBundle: from.caBundle },
      {
        registry: to.host,
        caBundle: to.caBundle,
        credentials: { cluster: 'source', namespace, secret: 'target-push' },
      },
    ],
    pullSecret: 'target-pull',
    attempts: 2,
    ...more,
  });
  const planOf = (name: string, images: ImageSelection): Promise<any> =>
    bed.plan(name, moved, { images } as Partial<PlanInput>);

  const uploads = () =>
    to.requests.filter(line => /"PUT \/v2\/.*\/blobs\/uploads\//.test(line))
      .length;

  describe('an application of five', () => {
    let planId: string;

    it('is found: who uses what, by which rule, to where', async () => {
      const plan = await planOf('images', selection({ onRollback: 'remove' }));
      planId = plan.id;
      expect(plan.conditions).toEqual([]);
      expect(plan.plannedImages).toEqual(
        names.map(name =>
          expect.objectContaining({
            reference: `${from.host}/shop/${name}:1`,
            target: `${to.host}/moved/shop/${name}:1`,
            rule: { from: from.host, to: `${to.host}/moved` },
            destination: 'unknown',
          }),
        ),
      );
    });

    it('is copied by a stage: digests are equal, a shared blob crosses once', async () => {
      const { images } = await bed.backend.run(planId, 'stage');
      expect(images).toEqual(
        names.map(name =>
          expect.objectContaining({
            digest: digests[name],
            state: 'verified',
            bytesDone: expect.any(Number),
          }),
        ),
      );
      for (const name of names) {
        const repository = `moved/shop/${name}`;
        expect((await target.manifest(repository, '1'))?.digest).toBe(
          digests[name],
        );
        expect(await target.brokenBlobs(repository, '1')).toEqual([]);
      }
      // two shared layers, one of each image, a configuration of each and one more platform
      expect(uploads()).toBe(2 + 5 + 6);
      const sent = images!.reduce(
        (sum, { bytesTotal }) => sum + bytesTotal!,
        0,
      );
      expect(sent).toBeGreaterThan(4.5 * MIB);
      expect(sent).toBeLessThan(7 * MIB);
      expect(
        (await bed.backend.api.getPlan(planId)).plannedImages,
      ).toContainEqual(
        expect.objectContaining({
          reference: `${from.host}/shop/api:1`,
          platforms: ['linux/amd64', 'linux/arm64'],
          destination: 'present',
        }),
      );
      expect(await bed.leftovers()).toEqual([]);
    });

    it('is not copied a second time', async () => {
      const before = uploads();
      const { images } = await bed.backend.run(planId, 'stage');
      expect(images!.map(({ bytesTotal }) => bytesTotal)).toEqual([
        0, 0, 0, 0, 0,
      ]);
      expect(uploads()).toBe(before);
    });

    it('starts from the registry of the destination while that of the source is stopped', async () => {
      const { id } = await bed.backend.api.startMigration(planId, {
        type: 'cutover',
      });
      await bed.until('images are proven', async () =>
        (
          await bed.backend.api.getMigration(id)
        ).phases.some(
          ({ phase, state }) =>
            phase === 'VerifyImages' && state === 'completed',
        ),
      );
      await from.stop();
      await bed.backend.ended(id, 'Completed');
      const pods = await bed.pods(bed.destination, moved);
      expect(pods).toHaveLength(3);
      for (const { spec, status } of pods) {
        for (const { name, image } of [
          ...(spec.initContainers ?? []),
          ...spec.containers,
        ]) {
          expect(image).toBe(`${to.host}/moved/shop/${name}@${digests[name]}`);
        }
        expect(status.phase).toBe('Running');
      }
      const cronJob = await bed.call(
        bed.destination,
        `/apis/batch/v1beta1/namespaces/${moved}/cronjobs/report`,
      );
      expect(
        cronJob.spec.jobTemplate.spec.template.spec.containers[0].image,
      ).toBe(`${to.host}/moved/shop/report@${digests.report}`);
      expect(await bed.leftovers()).toEqual([]);
    });

    it('leaves the registry as the plan says on rollback', async () => {
      await from.start();
      await bed.backend.run(planId, 'rollback');
      await bed.until('the source runs', () => runs(3));
      for (const name of names) {
        expect(
          await target.manifest(`moved/shop/${name}`, '1'),
        ).toBeUndefined();
      }
      expect(await bed.leftovers()).toEqual([]);
    });
  });

  describe('what cannot be copied ends it before anything is stopped', () => {
    const ended = async (
      name: string,
      images: ImageSelection,
    ): Promise<Migration> => {
      const plan = await planOf(name, images);
      const migration = await bed.backend.run(plan.id, 'cutover', 'Failed');
      const reached = migration.phases.filter(({ startedAt }) => startedAt);
      expect(reached.map(({ phase }) => phase)).not.toContain('QuiesceSource');
      expect(await runs(3)).toBe(true);
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
      const [first, ...rest] = selection().registries!;
      const credentials = {
        cluster: 'source' as const,
        namespace,
        secret: 'wrong',
      };
      const { conditions } = await ended(
        'wrong-password',
        selection({ registries: [{ ...first, credentials }, ...rest] }),
      );
      expect(conditions).toContainEqual(
        condition(
          'RegistryCredentialsRejected',
          `${from.host}/shop/web:1`,
          from.host,
        ),
      );
    });

    it('an unknown authority', async () => {
      const [first, ...rest] = selection().registries!;
      const { conditions } = await ended(
        'unknown-authority',
        selection({
          registries: [{ ...first, caBundle: to.caBundle }, ...rest],
        }),
      );
      expect(conditions).toContainEqual(
        condition('RegistryNotTrusted', `${from.host}/shop/web:1`, from.host),
      );
    });

    it("another's tag at the target, until the plan says what becomes of it", async () => {
      const repository = 'moved/shop/web';
      const others = await target.push({
        repository,
        tag: '1',
        layers: [randomLayer(1000)],
      });
      const { conditions } = await ended('taken', selection());
      expect(conditions).toEqual([
        expect.objectContaining({
          type: 'ImageTagTaken',
          message: expect.stringContaining(others),
        }),
      ]);
      const plan = await planOf('kept', selection({ existingTags: 'keep' }));
      await bed.backend.run(plan.id, 'stage');
      expect((await target.manifest(repository, '1'))?.digest).toBe(others);
      expect(await target.brokenBlobs(repository, digests.web)).toEqual([]);
    });

    /** One more workload, that runs no pod. */
    const withImage = async (name: string, work: () => Promise<void>) => {
      const [, { path, object }] = imageFixture(namespace, from.host);
      object.metadata.name = name;
      object.spec.replicas = 0;
      object.spec.template.spec.containers[0].image = `${from.host}/shop/${name}:1`;
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
          selection({ existingTags: 'keep' }),
        );
        expect(conditions).toEqual([
          condition('ImageNotFound', `${from.host}/shop/absent:1`, from.host),
        ]);
      }));

    it('a blob that arrives as something else', () =>
      withImage('broken', async () => {
        await source.push({
          repository: 'shop/broken',
          tag: '1',
          layers: [randomLayer(MIB)],
        });
        const { body } = (await source.manifest('shop/broken', '1'))!;
        const hex = body.layers[0].digest.replace('sha256:', '');
        const file = join(
          bed.environment.stateDir,
          'registry-from/data/docker/registry/v2/blobs/sha256',
          hex.slice(0, 2),
          hex,
          'data',
        );
        const bytes = readFileSync(file);
        bytes[bytes.length - 100] ^= 1;
        writeFileSync(file, bytes);
        const { conditions } = await ended(
          'broken',
          selection({ existingTags: 'keep' }),
        );
        expect(conditions).toEqual([
          condition(
            'ImageBlobCorrupt',
            `${from.host}/shop/broken:1`,
            from.host,
          ),
        ]);
        expect(conditions[0].message).toContain(hex);
      }));

    it('a registry that is full', async () => {
      const storage = join(bed.environment.stateDir, 'registry-full-data');
      mkdirSync(storage, { recursive: true });
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', storage]);
      cleanUp.push(() => {
        execFileSync('umount', [storage]);
      });
      const full = await registry('full', 7334, storage);
      await bed.call(
        bed.source,
        secrets,
        'POST',
        dockerConfig('full-push', full.host, full.login!),
      );
      const { conditions } = await ended(
        'full',
        selection({
          rules: [{ from: from.host, to: full.host }],
          registries: [
            selection().registries![0],
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
        condition('RegistryFull', `${from.host}/shop/.*`, full.host),
      );
    });
  });
});
