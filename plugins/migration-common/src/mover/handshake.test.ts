/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseMoverHello } from './handshake';

const base = { migrationId: 'm', fencingToken: 3, sender: 's' };

describe('parseMoverHello', () => {
  it.each([
    { ...base, op: 'probe' },
    { ...base, op: 'rsync', volume: 'v', pass: 'final', args: ['--server'] },
    { ...base, op: 'manifest', volume: 'v', mode: 'full', parallelism: 4 },
    { ...base, op: 'links', volume: 'v' },
    { ...base, op: 'blocks', volume: 'v', bytes: 1048576, write: true },
  ])('reads %j', hello => {
    expect(parseMoverHello(JSON.stringify(hello))).toEqual(hello);
  });

  it.each<[string, unknown]>([
    ['no object', 'GET / HTTP/1.1'],
    ['null', null],
    ['no operation', base],
    ['an unknown one', { ...base, op: 'shell', volume: 'v' }],
    ['no migration', { ...base, migrationId: undefined, op: 'probe' }],
    ['a token that is text', { ...base, fencingToken: '3', op: 'probe' }],
    [
      'a token that is no whole number',
      { ...base, fencingToken: 1.5, op: 'probe' },
    ],
    ['no sender', { ...base, sender: 1, op: 'probe' }],
    ['rsync without arguments', { ...base, op: 'rsync', volume: 'v' }],
    [
      'arguments that are no texts',
      { ...base, op: 'rsync', volume: 'v', args: [1] },
    ],
    [
      'blocks without a size',
      { ...base, op: 'blocks', volume: 'v', write: true },
    ],
    [
      'a negative size',
      { ...base, op: 'blocks', volume: 'v', bytes: -1, write: true },
    ],
    [
      'blocks that may or may not be written',
      { ...base, op: 'blocks', volume: 'v', bytes: 1 },
    ],
    ['no volume', { ...base, op: 'links' }],
    [
      'threads without end',
      { ...base, op: 'manifest', volume: 'v', mode: 'full', parallelism: 1e6 },
    ],
    [
      'an unknown comparison',
      { ...base, op: 'manifest', volume: 'v', mode: 'some', parallelism: 1 },
    ],
  ])('refuses %s', (_name, hello) => {
    expect(
      parseMoverHello(
        typeof hello === 'string' ? hello : JSON.stringify(hello),
      ),
    ).toBeUndefined();
  });
});
