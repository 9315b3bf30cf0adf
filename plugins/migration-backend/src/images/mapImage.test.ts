/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { formatImage, parseImage } from './imageReference';
import { mapImage, whyNoPrefix } from './mapImage';

const rules = [
  { from: 'a:5000/shop/base', to: 'c:5000/base' },
  { from: 'a:5000', to: 'b:5000/mirror/' },
  { from: 'docker.io/library', to: 'b:5000/hub' },
];
const mapped = (written: string, by: typeof rules | undefined = rules) => {
  const mapping = mapImage(parseImage(written)!, by, { shop: 'moved' });
  return mapping && formatImage(mapping.target);
};

describe('mapImage', () => {
  it.each([
    ['a:5000/shop/web:1', 'b:5000/mirror/shop/web:1'],
    ['a:5000/shop/base:1', 'c:5000/base:1'],
    ['a:5000/shop/base/deep:1', 'c:5000/base/deep:1'],
    ['a:5000/shop/basement:1', 'b:5000/mirror/shop/basement:1'],
    ['nginx', 'b:5000/hub/nginx:latest'],
    [`a:5000/web@sha256:${'0'.repeat(64)}`, 'b:5000/mirror/web'],
    ['a:50001/web', undefined],
    ['quay.io/web', undefined],
  ])('%s to %s', (written, target) => {
    expect(mapped(written)).toBe(target);
  });

  const inside = 'image-registry.openshift-image-registry.svc:5000';

  it('brings only the internal registry without rules, into the namespace of the destination', () => {
    const none = undefined;
    const by = (written: string) =>
      mapImage(parseImage(written)!, none, { shop: 'moved' })?.target;
    expect(by(`${inside}/shop/web:1`)).toEqual({
      registry: inside,
      repository: 'moved/web',
      tag: '1',
    });
    expect(by('docker-registry.default.svc:5000/shop/web:1')).toMatchObject({
      registry: inside,
      repository: 'moved/web',
    });
    expect(by('quay.io/shop/web:1')).toBeUndefined();
  });

  it('leaves what would be copied onto itself', () => {
    expect(
      mapImage(
        parseImage('a:5000/web')!,
        [{ from: 'a:5000', to: 'a:5000' }],
        {},
      ),
    ).toBeUndefined();
  });
});

describe('whyNoPrefix', () => {
  it.each(['a:5000', 'quay.io/shop', 'localhost/a/b/', 'docker.io'])(
    'takes %s',
    prefix => expect(whyNoPrefix(prefix)).toBeUndefined(),
  );
  it.each(['shop/web', 'https://a/b', 'quay.io/shop:1', 'quay.io//a', 'nginx'])(
    'refuses %s',
    prefix => expect(whyNoPrefix(prefix)).toMatch(prefix),
  );
});
