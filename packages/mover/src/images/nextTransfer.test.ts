/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { nextTransfer } from './nextTransfer';

const transfer = (target: number, ...digests: string[]) => ({
  target,
  missing: digests.map(digest => ({ digest, size: 1 })),
});

describe('nextTransfer', () => {
  it('is the first that shares no missing blob with what runs', () => {
    const [one, two, three] = [
      transfer(0, 'base', 'a'),
      transfer(0, 'base', 'b'),
      transfer(0, 'c'),
    ];
    expect(nextTransfer([one, two, three], [])).toBe(one);
    expect(nextTransfer([two, three], [one])).toBe(three);
    expect(nextTransfer([two], [one, three])).toBeUndefined();
    expect(nextTransfer([two], [three])).toBe(two);
  });

  it('lets a blob go to two registries at once', () => {
    const elsewhere = transfer(1, 'base');
    expect(nextTransfer([elsewhere], [transfer(0, 'base')])).toBe(elsewhere);
  });
});
