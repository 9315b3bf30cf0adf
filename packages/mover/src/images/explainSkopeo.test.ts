/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { complaintOf, lastWordsOf } from './explainSkopeo';

/** Words of skopeo 1.9 and 1.18. */
describe('complaintOf', () => {
  it.each([
    [
      'initializing source docker://a/shop/web:1: reading manifest 1 in a/shop/web: manifest unknown: manifest unknown',
      { about: 'notFound', side: 'source' },
    ],
    [
      'initializing source docker://a:1: pinging container registry a: Get "https://a/v2/": dial tcp: lookup a on 10.0.0.1:53: no such host',
      { about: 'unreachable', side: 'source' },
    ],
    [
      'trying to reuse blob sha256:1 at destination: pinging container registry b: Get "https://b/v2/": dial tcp 10.0.0.1:5000: connect: connection refused',
      { about: 'unreachable', side: 'target' },
    ],
    [
      'initializing source docker://a:1: pinging container registry a: Get "https://a/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      { about: 'notTrusted', side: 'source' },
    ],
    [
      'trying to reuse blob sha256:1 at destination: checking whether a blob sha256:1 exists in b/web: authentication required',
      { about: 'rejected', side: 'target' },
    ],
    [
      'copying image 1/2 from manifest list: writing blob: Digest did not match, expected sha256:1, got sha256:2',
      { about: 'corrupt', side: 'source' },
    ],
    [
      'writing blob: uploading layer chunked: received unexpected HTTP status: 500 Internal Server Error',
      { about: 'other', side: 'target' },
    ],
    [
      'writing blob: uploading layer chunked: denied: quota exceeded',
      { about: 'full', side: 'target' },
    ],
  ])('%s', (words, complaint) => {
    expect(complaintOf(words)).toEqual(complaint);
  });
});

describe('lastWordsOf', () => {
  it('is the error, without what lets others into a storage', () => {
    expect(
      lastWordsOf(
        'Getting image source signatures\ntime="2026-11-30T15:42:47Z" level=fatal msg="reading blob sha256:1: Get \\"https://s3.example.org/b/data?X-Amz-Signature=abc&x=1\\": dial tcp: timeout"',
      ),
    ).toBe(
      'reading blob sha256:1: Get "https://s3.example.org/b/data?…": dial tcp: timeout',
    );
    expect(lastWordsOf('exec format error')).toBe('exec format error');
  });
});
