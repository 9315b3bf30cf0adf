/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { sizesOnNodes } from './sizesOnNodes';

const digest = (of: string) => `sha256:${of.repeat(64)}`;
const node = (...images: Array<[sizeBytes: number, ...names: string[]]>) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node' },
  status: {
    images: images.map(([sizeBytes, ...names]) => ({ names, sizeBytes })),
  },
});
const found = (reference: string, ...nodes: ReturnType<typeof node>[]) =>
  sizesOnNodes([{ reference, usedBy: [] }], nodes)[0].sizeBytes;

describe('sizesOnNodes', () => {
  const web = node([
    30,
    `docker.io/library/web@${digest('a')}`,
    'docker.io/library/web:1',
  ]);

  it('finds an image by its tag, however nodes write it', () => {
    expect(found('docker.io/library/web:1', web)).toBe(30);
    expect(found('docker.io/library/web:1', node([7, 'web:1']))).toBe(7);
  });

  it('finds an image by its digest, under whatever name', () => {
    expect(found(`a:5000/web@${digest('a')}`, web)).toBe(30);
  });

  it('believes a digest before a tag', () => {
    expect(
      found(`docker.io/library/web:1@${digest('b')}`, web),
    ).toBeUndefined();
  });

  it('takes the largest of several nodes', () => {
    const other = node([40, 'web:1']);
    expect(found('docker.io/library/web:1', web, other)).toBe(40);
    expect(found('docker.io/library/web:1', other, web)).toBe(40);
  });

  it('says nothing of what no node has', () => {
    const odd = node([5, '<none>@<none>'], [6]);
    const silent = { ...odd, status: {} };
    for (const reference of ['docker.io/library/web:2', 'a:5000/web:1']) {
      expect(
        sizesOnNodes([{ reference, usedBy: [] }], [web, odd, silent]),
      ).toEqual([{ reference, usedBy: [] }]);
    }
  });
});
