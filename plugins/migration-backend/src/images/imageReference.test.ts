/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { formatImage, parseImage } from './imageReference';

const digest = `sha256:${'0'.repeat(64)}`;

describe('parseImage', () => {
  it.each([
    ['nginx', 'docker.io/library/nginx:latest'],
    ['nginx:1.25', 'docker.io/library/nginx:1.25'],
    ['bitnami/redis', 'docker.io/bitnami/redis:latest'],
    ['index.docker.io/nginx', 'docker.io/library/nginx:latest'],
    ['docker.io/library/nginx:1', 'docker.io/library/nginx:1'],
    ['quay.io/a/b/c', 'quay.io/a/b/c:latest'],
    ['localhost/shop', 'localhost/shop:latest'],
    ['host:5000/shop', 'host:5000/shop:latest'],
    ['host:5000/shop:1', 'host:5000/shop:1'],
    ['10.0.0.1:5000/shop', '10.0.0.1:5000/shop:latest'],
    ['[fd00::1]:5000/shop:1', '[fd00::1]:5000/shop:1'],
    [`quay.io/a@${digest}`, `quay.io/a@${digest}`],
    [`host:5000/a:1@${digest}`, `host:5000/a:1@${digest}`],
    [`nginx@${digest}`, `docker.io/library/nginx@${digest}`],
    [' nginx ', 'docker.io/library/nginx:latest'],
  ])('%s is %s', (written, full) => {
    const parsed = parseImage(written)!;
    expect(formatImage(parsed)).toBe(full);
    expect(parseImage(full)).toEqual(parsed);
  });

  it.each([
    '',
    '${IMAGE}',
    'a b',
    'shop:',
    'shop:-1',
    'quay.io/Shop',
    'quay.io/',
    'shop@sha256:12',
    `shop@${digest}@${digest}`,
    `shop:${'t'.repeat(129)}`,
  ])('%p is none', written => {
    expect(parseImage(written)).toBeUndefined();
  });
});
