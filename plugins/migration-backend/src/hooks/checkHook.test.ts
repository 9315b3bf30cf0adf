/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { checkHook } from './checkHook';

const http = (part: Partial<HookInput['http']>): HookInput => ({
  name: 'h',
  kind: 'http',
  http: { url: 'https://ci.example.com/hook', ...part },
});

describe('checkHook', () => {
  it.each<[string, HookInput, RegExp]>([
    ['no part', { name: 'h', kind: 'script' }, /^script: .*none is given/],
    [
      'another part',
      { name: 'h', kind: 'script', image: { image: 'x' } },
      /^script: .*given are image/,
    ],
    [
      'two parts',
      { ...http({}), image: { image: 'x' } },
      /^http: .*given are image, http/,
    ],
    [
      'a playbook in clear',
      { name: 'h', kind: 'playbook', playbook: { playbook: '- hosts: all' } },
      /^playbook.playbook: it is no base64/,
    ],
    [
      'a variable that none can be',
      { name: 'h', kind: 'image', image: { image: 'x', env: { 'a b': '' } } },
      /^image.env: 'a b'/,
    ],
    ['credentials in the URL', http({ url: 'https://a:b@x/' }), /^http.url: /],
    ['no URL', http({ url: 'http://' }), /^http.url: /],
    [
      'what hands out credentials of the machine',
      http({ url: 'http://169.254.169.254/latest' }),
      /^http.url: 169.254.169.254 hands out/,
    ],
    [
      'the same in another writing',
      http({ url: 'http://2852039166/latest' }),
      /^http.url: 169.254.169.254/,
    ],
    [
      'the same as IPv6',
      http({ url: 'http://[::ffff:169.254.169.254]/' }),
      /^http.url: /,
    ],
    [
      'a header that none can be',
      http({ headers: { 'x y': 'secret-value' } }),
      /^http.headers: 'x y'/,
    ],
    ['a body of GET', http({ method: 'GET', body: 'x' }), /^http.body: /],
  ])('refuses %s', (_name, input, message) => {
    expect(() => checkHook(input)).toThrow(message);
    expect(() => checkHook(input)).not.toThrow('secret-value');
  });

  it('takes what is whole', () => {
    checkHook(http({ headers: { authorization: 'Bearer x' }, body: '{}' }));
    checkHook({
      name: 'h',
      kind: 'playbook',
      playbook: { playbook: 'LSBob3N0czogYWxsCg==' },
    });
  });
});
