/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageBed } from './images/ImageBed';
import { dockerConfig } from './images/imageFixture';
import { internalName, InternalRegistry } from './images/InternalRegistry';
import { busyboxLayer, randomLayer } from './images/layerOf';
import { serveImageStreams, streamsOf } from './images/serveImageStreams';
import { streamFixture, userOfStream } from './images/streamFixture';
import { trustRegistry } from './images/trustRegistry';
import { TestBed } from './testBed';

const namespace = 'shop-streams';
const moved = 'shop-streams-moved';
const inside = 'shop-streams-inside';

describe('an ImageStream', () => {
  let images: ImageBed;
  let bed: TestBed;
  /** Of the tag `1`, newest first. */
  const pushed: string[] = [];
  let outside: string;

  const push = (repository: string, tag: string) =>
    images.source.push({
      repository,
      tag,
      layers: [busyboxLayer(), randomLayer(1000)],
      entrypoint: ['/bin/busybox', 'sleep', '1000000'],
    });
  const only = () => [
    { from: `${images.from.host}/shop`, to: `${images.to.host}/moved/shop` },
  ];

  beforeAll(async () => {
    images = await ImageBed.start(7361, namespace, moved);
    bed = images.bed;
    for (const cluster of [bed.source, bed.destination]) {
      await serveImageStreams(bed, cluster);
    }
    for (let age = 4; age > 0; age -= 1) {
      pushed.unshift(await push('shop/streamed', '1'));
    }
    outside = `${images.from.host}/outside/base:7`;
    const stream = streamFixture({
      namespace,
      registry: images.from.host,
      pushed,
      followed: images.digests.report,
      outside: { name: outside, digest: await push('outside/base', '7') },
    });
    await bed.call(bed.source, streamsOf(namespace), 'POST', stream);
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      'POST',
      userOfStream(images.from.host, pushed[0]),
    );
    await bed.until('the workload of the stream runs', () => images.runs(4));
  });

  afterAll(() => images?.close());

  const arrived = (at: string) =>
    bed.call(bed.destination, `${streamsOf(at)}/streamed`);

  it('follows the copies, with its lookup policy and as much history as is chosen', async () => {
    const plan = await images.plan(
      'streams',
      images.selection({ rules: only(), imageStreamHistory: 2 }),
    );
    const byName = new Map(
      plan.plannedImages?.map(image => [image.reference, image]),
    );
    expect(byName.get(outside)).toMatchObject({
      usedBy: [`ImageStream ${namespace}/streamed`],
    });
    expect(byName.get(outside)).not.toHaveProperty('target');
    await bed.backend.run(plan.id, 'cutover');

    const { metadata, spec, status } = await arrived(moved);
    const importPolicy = {};
    expect(metadata.labels).toEqual({ app: 'streamed' });
    expect(Object.keys(metadata.annotations)).not.toContain(
      'openshift.io/image.dockerRepositoryCheck',
    );
    expect(spec.lookupPolicy).toEqual({ local: true });
    expect(spec.tags.map(({ annotations, ...tag }: any) => tag)).toEqual([
      {
        name: 'outside',
        from: { kind: 'DockerImage', name: outside },
        importPolicy,
        referencePolicy: { type: 'Source' },
      },
      {
        name: 'followed',
        from: {
          kind: 'DockerImage',
          name: `${images.to.host}/moved/shop/report@${images.digests.report}`,
        },
        importPolicy,
        referencePolicy: { type: 'Local' },
      },
      {
        name: 'alias',
        from: {
          kind: 'ImageStreamTag',
          name: 'streamed:1',
          namespace: moved,
        },
        importPolicy,
        referencePolicy: { type: 'Source' },
      },
      {
        name: '1',
        from: {
          kind: 'DockerImage',
          name: `${images.to.host}/moved/shop/streamed@${pushed[0]}`,
        },
        referencePolicy: { type: 'Source' },
      },
    ]);
    // the source's says where its images are, which is not where they are now
    expect(status).toBeUndefined();

    const repository = 'moved/shop/streamed';
    expect((await images.target.manifest(repository, '1'))?.digest).toBe(
      pushed[0],
    );
    for (const digest of pushed.slice(0, 3)) {
      expect(await images.target.brokenBlobs(repository, digest)).toEqual([]);
    }
    expect(await images.target.manifest(repository, pushed[3])).toBeUndefined();

    const pods = await bed.pods(bed.destination, moved);
    expect(
      pods
        .filter(pod => pod.metadata.labels.app === 'streamed')
        .map(pod => [pod.spec.containers[0].image, pod.status.phase]),
    ).toEqual([[`${images.to.host}/${repository}@${pushed[0]}`, 'Running']]);
    const deployment = await bed.call(
      bed.destination,
      `/apis/apps/v1/namespaces/${moved}/deployments/streamed`,
    );
    expect(
      deployment.metadata.annotations['image.openshift.io/triggers'],
    ).toContain('streamed:1');
    expect(await bed.leftovers()).toEqual([]);
    await bed.backend.run(plan.id, 'rollback');
    await bed.until('the source runs again', () => images.runs(4));
  });

  it("in the destination's own registry is the plan's before a push makes it, and goes with a rollback", async () => {
    const { from, to } = images;
    images.onClose(trustRegistry(bed.destination, to, internalName));
    await bed.call(
      bed.source,
      `/api/v1/namespaces/${namespace}/secrets`,
      'POST',
      dockerConfig('inside-push', internalName, to.login!),
    );
    const plan = await bed.plan('streams-inside', inside, {
      images: images.selection({
        imageStreamHistory: 2,
        rules: [
          { from: `${from.host}/shop`, to: `${internalName}/${namespace}` },
        ],
        registries: [
          { registry: from.host, caBundle: from.caBundle },
          {
            registry: internalName,
            address: to.host,
            caBundle: to.caBundle,
            credentials: {
              cluster: 'source',
              namespace,
              secret: 'inside-push',
            },
          },
        ],
      }),
    });
    const registry = new InternalRegistry(bed, to, inside);
    const run = (type: 'stage' | 'cutover') =>
      bed.during(
        () => bed.backend.run(plan.id, type),
        () => registry.look(),
      );
    await run('stage');
    const staged = await arrived(inside);
    // older images, and what a workload names by digest, move no tag of the stream's own
    expect(staged.status.tags.map(({ tag }: any) => tag).sort()).toEqual(
      [
        '1',
        'alias',
        ...pushed
          .slice(0, 3)
          .map(digest => digest.replace('sha256:', 'digest-')),
      ].sort(),
    );
    await run('cutover');
    expect(registry.made).toEqual([]);

    const { metadata, spec, status } = await arrived(inside);
    expect(metadata.uid).toBe(staged.metadata.uid);
    expect(spec.lookupPolicy).toEqual({ local: true });
    // the tag that was pushed is there by the push
    expect(
      spec.tags.map(({ name, from: { name: image } }: any) => [name, image]),
    ).toEqual([
      ['outside', outside],
      ['followed', `${internalName}/${inside}/report@${images.digests.report}`],
      ['alias', 'streamed:1'],
    ]);
    expect(status).toEqual(staged.status);
    const pods = await bed.pods(bed.destination, inside);
    expect(pods.map(pod => pod.status.phase)).toEqual(Array(4).fill('Running'));
    for (const pod of pods) {
      expect(pod.spec.containers[0].image).toMatch(
        `${internalName}/${inside}/`,
      );
    }
    await bed.backend.run(plan.id, 'rollback');
    await bed.gone(bed.destination, inside);
    expect(await bed.leftovers()).toEqual([]);
  });
});
