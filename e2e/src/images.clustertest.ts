/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageBed, imageNames as names, MIB } from './images/ImageBed';
import { TestBed } from './testBed';

const namespace = 'shop-images';
const moved = 'shop-images-moved';

describe('the images of an application come along', () => {
  let images: ImageBed;
  let bed: TestBed;

  beforeAll(async () => {
    images = await ImageBed.start(7331, namespace, moved);
    bed = images.bed;
  });

  afterAll(() => images?.close());

  let planId: string;

  it('is found: who uses what, by which rule, to where', async () => {
    const plan = await images.plan(
      'images',
      images.selection({ onRollback: 'remove' }),
    );
    planId = plan.id;
    expect(plan.conditions).toEqual([]);
    expect(plan.plannedImages).toEqual(
      names.map(name =>
        expect.objectContaining({
          reference: `${images.from.host}/shop/${name}:1`,
          target: `${images.to.host}/moved/shop/${name}:1`,
          rule: { from: images.from.host, to: `${images.to.host}/moved` },
          destination: 'unknown',
        }),
      ),
    );
  });

  it('is copied by a stage: digests are equal, a shared blob crosses once', async () => {
    const { images: brought } = await bed.backend.run(planId, 'stage');
    expect(brought).toEqual(
      names.map(name =>
        expect.objectContaining({
          digest: images.digests[name],
          state: 'verified',
          bytesDone: expect.any(Number),
        }),
      ),
    );
    for (const name of names) {
      const repository = `moved/shop/${name}`;
      expect((await images.target.manifest(repository, '1'))?.digest).toBe(
        images.digests[name],
      );
      expect(await images.target.brokenBlobs(repository, '1')).toEqual([]);
    }
    // two shared layers, one of each image, a configuration of each and one more platform
    expect(images.uploads).toBe(2 + 5 + 6);
    const sent = brought!.reduce((sum, { bytesTotal }) => sum + bytesTotal!, 0);
    expect(sent).toBeGreaterThan(4.5 * MIB);
    expect(sent).toBeLessThan(7 * MIB);
    expect(
      (await bed.backend.api.getPlan(planId)).plannedImages,
    ).toContainEqual(
      expect.objectContaining({
        reference: `${images.from.host}/shop/api:1`,
        platforms: ['linux/amd64', 'linux/arm64'],
        destination: 'present',
      }),
    );
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is not copied a second time', async () => {
    const before = images.uploads;
    const { images: brought } = await bed.backend.run(planId, 'stage');
    expect(brought!.map(({ bytesTotal }) => bytesTotal)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(images.uploads).toBe(before);
  });

  it('starts from the registry of the destination while that of the source is stopped', async () => {
    const { id } = await bed.backend.api.startMigration(planId, {
      type: 'cutover',
    });
    await bed.until('images are proven', async () =>
      (
        await bed.backend.api.getMigration(id)
      ).phases.some(
        ({ phase, state }) => phase === 'VerifyImages' && state === 'completed',
      ),
    );
    await images.from.stop();
    await bed.backend.ended(id, 'Completed');
    const pods = await bed.pods(bed.destination, moved);
    expect(pods).toHaveLength(3);
    for (const { spec, status } of pods) {
      for (const { name, image } of [
        ...(spec.initContainers ?? []),
        ...spec.containers,
      ]) {
        expect(image).toBe(
          `${images.to.host}/moved/shop/${name}@${images.digests[name]}`,
        );
      }
      expect(status.phase).toBe('Running');
    }
    const cronJob = await bed.call(
      bed.destination,
      `/apis/batch/v1beta1/namespaces/${moved}/cronjobs/report`,
    );
    expect(
      cronJob.spec.jobTemplate.spec.template.spec.containers[0].image,
    ).toBe(`${images.to.host}/moved/shop/report@${images.digests.report}`);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('leaves the registry as the plan says on rollback', async () => {
    await images.from.start();
    await bed.backend.run(planId, 'rollback');
    await bed.until('the source runs', () => images.runs(3));
    for (const name of names) {
      expect(
        await images.target.manifest(`moved/shop/${name}`, '1'),
      ).toBeUndefined();
    }
    expect(await bed.leftovers()).toEqual([]);
  });
});
