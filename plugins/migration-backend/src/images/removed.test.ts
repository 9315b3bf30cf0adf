/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { removed } from './removed';

describe('removed', () => {
  const images = ['a', 'b', 'c'].map(reference => ({
    ...{ reference, target: `to/${reference}`, digest: 'sha256:1' },
    setsTag: true,
  }));
  const failure = {
    type: 'RegistryRefused',
    category: 'Critical' as const,
    message: 'it deletes nothing',
  };

  it('counts what is gone, and says why the rest is not', () => {
    expect(
      removed(images, { state: 'done' }, [
        { reference: 'a', state: 'pending' },
        { reference: 'b', state: 'failed', failure },
        { reference: 'of another', state: 'failed', failure },
      ]),
    ).toEqual({ amount: 2, reasons: ['it deletes nothing'] });
  });

  it('counts nothing when the removal failed as a whole', () => {
    expect(
      removed(images, { state: 'failed', conditions: [failure] }, []),
    ).toEqual({
      amount: 0,
      reasons: ['it deletes nothing'],
    });
  });
});
