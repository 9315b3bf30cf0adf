/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageProgress } from '@namespace-migration/plugin-migration-common';
import { brought } from './brought';

const digest = `sha256:${'a'.repeat(64)}`;
const image = (more: Partial<ImageProgress>): ImageProgress => ({
  reference: 'a:5000/web:1',
  target: 'b:5000/web:1',
  digest,
  state: 'verified',
  destination: 'pullable',
  ...more,
});

describe('brought', () => {
  it('is what was copied and not there before, each once', () => {
    expect(
      brought([image({}), image({ destination: 'present' })]),
    ).toMatchObject([{ target: 'b:5000/web:1', digest }]);
  });

  it("is never others' images, nor what did not arrive", () => {
    expect(brought([image({ destination: 'present' })])).toEqual([]);
    expect(brought([image({ state: 'failed' })])).toEqual([]);
    expect(brought([image({ target: undefined })])).toEqual([]);
  });
});
