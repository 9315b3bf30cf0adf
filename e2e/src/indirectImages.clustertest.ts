/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Bucket } from './bucket';
import { ImageBed, imageNames } from './images/ImageBed';

const namespace = 'shop-far-images';
const moved = 'shop-far-images-moved';
const bucketName = 'indirect-images';

/** Pods of the destination are told a wrong address of the source's registry, as if there were no way to it. */
describe('images through the replication repository', () => {
  let images: ImageBed;
  let bucket: Bucket;
  let planId: string;

  beforeAll(async () => {
    images = await ImageBed.start(7341, namespace, moved, { s3: true });
    const { bed } = images;
    const { endpoint, accessKey, secretKey } = bed.environment.s3!;
    bucket = await Bucket.make(bed.environment.s3!, bucketName);
    await bed.backend.api.registerRepository({
      name: 'bucket',
      location: {
        provider: 's3',
        bucket: bucketName,
        endpoint,
        forcePathStyle: true,
        accessKeyId: accessKey,
        secretAccessKey: secretKey,
      },
    });
  });

  afterAll(async () => {
    await images?.close();
    await bucket?.remove();
  });

  const selection = (copyMethod: string) => {
    const [from, to] = images.selection().registries!;
    return images.selection({
      copyMethod,
      registries: [{ ...from, address: '127.0.0.1:1' }, to],
    });
  };

  it('cannot come directly, and not without a repository', async () => {
    const direct = await images.plan('no-way', selection('direct'));
    const { conditions } = await images.bed.backend.run(
      direct.id,
      'stage',
      'Failed',
    );
    expect(conditions).toContainEqual(
      expect.objectContaining({ type: 'RegistryUnreachable' }),
    );
    const { conditions: found } = await images.plan(
      'no-repository',
      selection('indirect'),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        type: 'InvalidPlan',
        field: 'images.copyMethod',
      }),
    );
  });

  it('are the same at the target, and in the bucket until the end', async () => {
    const plan = await images.plan('far', selection('indirect'), {
      repository: 'bucket',
    });
    planId = plan.id;
    // two plans before it are for the same namespaces
    expect(plan.state).toBe('Ready');
    const migration = await images.bed.backend.run(planId, 'stage');
    expect(migration.images).toEqual(
      imageNames.map(name =>
        expect.objectContaining({
          digest: images.digests[name],
          state: 'verified',
        }),
      ),
    );
    for (const name of imageNames) {
      const repository = `moved/shop/${name}`;
      const there = await images.target.manifest(repository, '1');
      expect(there?.digest).toBe(images.digests[name]);
      expect(await images.target.brokenBlobs(repository, '1')).toEqual([]);
    }
    expect(images.uploads).toBe(2 + 5 + 6);
    expect((await bucket.keys()).length).toBeGreaterThan(13);
    expect(await images.bed.leftovers()).toEqual([]);
  });

  it('are not copied a second time, start there, and leave nothing in the bucket', async () => {
    const before = images.uploads;
    const { images: brought } = await images.bed.backend.run(planId, 'cutover');
    expect(brought!.map(({ bytesTotal }) => bytesTotal)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(images.uploads).toBe(before);
    const pods = await images.bed.pods(images.bed.destination, moved);
    expect(pods.map(({ status }) => status.phase)).toEqual([
      'Running',
      'Running',
      'Running',
    ]);
    expect(await bucket.keys()).toEqual([]);
    expect(await images.bed.leftovers()).toEqual([]);
  });
});
