/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { missingFrom } from './compareObject';

describe('missingFrom', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['the same', { a: 1 }, { a: 1 }, []],
    ['what the server added', { a: 1 }, { a: 1, b: { c: 2 } }, []],
    ['a changed value', { spec: { a: 1 } }, { spec: { a: 2 } }, ['/spec/a']],
    ['a value that is not there', { spec: { a: 1 } }, {}, ['/spec']],
    ['a list that lost an item', { a: [1, 2] }, { a: [1] }, ['/a']],
    ['a list that the server added to', { a: [1] }, { a: [1, 2] }, []],
    [
      'one field of one item',
      { a: [{ x: 1, y: 2 }] },
      { a: [{ x: 1, y: 3, z: 4 }] },
      ['/a/0/y'],
    ],
    ['a number that is text there', { port: 80 }, { port: '80' }, []],
    ['an empty map and none', { labels: {} }, {}, []],
    ['an empty list and none', { rules: [] }, {}, []],
    ['nothing asked', { a: undefined, b: null }, {}, []],
    ['a text where a map was asked', { a: { b: 1 } }, { a: 'b' }, ['/a']],
    ['a false where true was asked', { a: true }, { a: false }, ['/a']],
    ['zero and nothing', { replicas: 0 }, {}, ['/replicas']],
    [
      'keys with slash and tilde',
      { labels: { 'a/b~c': 'x' } },
      { labels: {} },
      ['/labels/a~1b~0c'],
    ],
  ])('%s', (_name, asked, present, expected) => {
    expect(missingFrom(asked, present)).toEqual(expected);
  });
});
