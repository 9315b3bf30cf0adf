/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { serversOf } from './serversOf';

describe('serversOf', () => {
  it.each([
    [
      { nfs: { server: 'files.example.org', path: '/a' } },
      ['files.example.org:2049'],
    ],
    [
      { iscsi: { targetPortal: '10.0.0.1', portals: ['10.0.0.2:3261'] } },
      ['10.0.0.1:3260', '10.0.0.2:3261'],
    ],
    [
      { rbd: { monitors: ['10.0.0.1:6790', '10.0.0.2'] } },
      ['10.0.0.1:6790', '10.0.0.2:6789'],
    ],
    [{ csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' } }, []],
  ])('of %j', (spec, expected) => {
    expect(serversOf(spec).map(({ host, port }) => `${host}:${port}`)).toEqual(
      expected,
    );
  });
});
