/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { imagesIn } from './imagesIn';

const written = (object: object, history?: number) =>
  imagesIn(
    { metadata: { name: 'web' }, ...object } as KubernetesObject,
    history,
  ).map(image => image.written);

const spec = {
  initContainers: [{ image: 'init' }],
  containers: [{ image: 'main' }, { image: 'side' }],
  ephemeralContainers: [{ image: 'debug' }],
  volumes: [{ name: 'a', image: { reference: 'data' } }, { name: 'b' }],
};
const all = ['init', 'main', 'side', 'debug', 'data'];
const template = { spec };

describe('imagesIn', () => {
  it.each([
    ['Pod', { spec }],
    ['PodTemplate', { template }],
    ['Deployment', { spec: { template } }],
    ['DeploymentConfig', { spec: { template } }],
    ['StatefulSet', { spec: { template } }],
    ['Rollout', { spec: { template } }],
    ['Job', { spec: { template } }],
    ['CronJob', { spec: { jobTemplate: { spec: { template } } } }],
    ['ScaledJob', { spec: { jobTargetRef: { template } } }],
  ])('finds all of a %s', (kind, rest) => {
    expect(written({ kind, ...rest })).toEqual(all);
  });

  it('takes nothing else for a pod', () => {
    expect(written({ kind: 'Pipeline', spec: { containers: ['a'] } })).toEqual(
      [],
    );
    expect(written({ kind: 'ConfigMap', data: { image: 'a' } })).toEqual([]);
  });

  it('finds bases and the output of a build', () => {
    const from = (kind: string, name: string) => ({ from: { kind, name } });
    expect(
      imagesIn({
        apiVersion: 'build.openshift.io/v1',
        kind: 'BuildConfig',
        metadata: { name: 'web' },
        spec: {
          strategy: { dockerStrategy: from('DockerImage', 'base') },
          source: { images: [from('ImageStreamTag', 'x:1')] },
          output: { to: { kind: 'DockerImage', name: 'a:5000/out' } },
        },
      }),
    ).toEqual([{ written: 'base' }, { written: 'a:5000/out', built: true }]);
  });

  it('finds tags of image streams, with as much history as is asked for', () => {
    const stream = {
      kind: 'ImageStream',
      spec: {
        tags: [
          { name: 'up', from: { kind: 'DockerImage', name: 'quay.io/a:1' } },
          { name: 'alias', from: { kind: 'ImageStreamTag', name: 'other:1' } },
        ],
      },
      status: {
        tags: [
          {
            tag: 'latest',
            items: ['3', '2', '1'].map(n => ({
              dockerImageReference: `i/${n}`,
            })),
          },
          { tag: 'never', items: null },
        ],
      },
    };
    expect(written(stream)).toEqual(['quay.io/a:1', 'i/3']);
    expect(written(stream, 1)).toEqual(['quay.io/a:1', 'i/3', 'i/2']);
    expect(imagesIn(stream as any, 1).map(({ tag }) => tag)).toEqual([
      undefined,
      'latest',
      undefined,
    ]);
  });
});
