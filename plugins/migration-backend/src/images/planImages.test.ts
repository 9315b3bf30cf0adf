/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedImages } from './planImages';
import { rewritesOf } from './rewrites';

const digest = `sha256:${'a'.repeat(64)}`;
const workload = (name: string, ...images: string[]) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec: {
    template: { spec: { containers: images.map(image => ({ image })) } },
  },
});

describe('PlannedImages', () => {
  const images = new PlannedImages(
    { rules: [{ from: 'a:5000', to: 'b:5000' }] },
    {},
  );
  images.add(workload('web', 'a:5000/web:1', 'nginx', '${UNSET}'));
  images.add(workload('job', 'a:5000/web:1', `a:5000/job@${digest}`));

  it('has each once, with its users, its rule and its target', () => {
    expect(images.all()).toEqual([
      {
        reference: `a:5000/job@${digest}`,
        usedBy: ['Deployment shop/job'],
        rule: { from: 'a:5000', to: 'b:5000' },
        target: 'b:5000/job',
      },
      {
        reference: 'a:5000/web:1',
        usedBy: ['Deployment shop/web', 'Deployment shop/job'],
        rule: { from: 'a:5000', to: 'b:5000' },
        target: 'b:5000/web:1',
      },
      {
        reference: 'docker.io/library/nginx:latest',
        usedBy: ['Deployment shop/web'],
      },
    ]);
  });

  it('says of what only a build makes that it may be absent', () => {
    const builds = new PlannedImages({}, {});
    const to = { kind: 'DockerImage', name: 'quay.io/out:1' };
    builds.add({
      apiVersion: 'build.openshift.io/v1',
      kind: 'BuildConfig',
      metadata: { name: 'out', namespace: 'shop' },
      spec: { output: { to } },
    });
    expect(builds.all()[0].optional).toBe(true);
    builds.add(workload('web', 'quay.io/out:1'));
    expect(builds.all()[0].optional).toBeUndefined();
  });

  it('are rewritten to digests where these are known', () => {
    expect(rewritesOf(images.all())).toEqual({
      [`a:5000/job@${digest}`]: {
        pinned: `b:5000/job@${digest}`,
        tagged: `b:5000/job@${digest}`,
      },
      'a:5000/web:1': { pinned: 'b:5000/web:1', tagged: 'b:5000/web:1' },
    });
    const [, web] = images.all();
    expect(rewritesOf([{ ...web, digest }])['a:5000/web:1']).toEqual({
      pinned: `b:5000/web@${digest}`,
      tagged: 'b:5000/web:1',
    });
  });
});
