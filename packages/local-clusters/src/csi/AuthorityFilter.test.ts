/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { replaceAuthority } from './AuthorityFilter';

const literal = (name: string | number, value: string) =>
  Buffer.concat([
    typeof name === 'number'
      ? Buffer.from([0x40 + name])
      : Buffer.concat([
          Buffer.from([0x40, name.length]),
          Buffer.from(name, 'latin1'),
        ]),
    Buffer.from([value.length]),
    Buffer.from(value, 'latin1'),
  ]);

describe('replaceAuthority', () => {
  // POST, http, then literals as gRPC sends them, and an index into the dynamic table
  const before = [
    Buffer.from([0x83, 0x86]),
    literal(4, '/csi.v1.Node/NodeGetInfo'),
  ];
  const after = [literal('te', 'trailers'), Buffer.from([0xbe])];

  it('leaves all else as it is', () => {
    const path = '/var/lib/kubelet/plugins_registry/driver.sock';
    expect(
      replaceAuthority(Buffer.concat([...before, literal(1, path), ...after])),
    ).toEqual(Buffer.concat([...before, literal(1, 'localhost'), ...after]));
    expect(replaceAuthority(Buffer.concat([...before, ...after]))).toEqual(
      Buffer.concat([...before, ...after]),
    );
  });

  it('knows lengths of several bytes', () => {
    const long = Buffer.concat([
      Buffer.from([0x41, 0x7f, 0x80, 0x01]),
      Buffer.alloc(127 + 128, 'x'),
    ]);
    expect(replaceAuthority(Buffer.concat([long, ...after]))).toEqual(
      Buffer.concat([literal(1, 'localhost'), ...after]),
    );
  });
});
