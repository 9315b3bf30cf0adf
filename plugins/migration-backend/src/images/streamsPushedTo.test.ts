/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { internalRegistry } from './mapImage';
import { streamsPushedTo } from './streamsPushedTo';

describe('streamsPushedTo', () => {
  const found = (...targets: string[]) =>
    streamsPushedTo(
      targets.map(target => ({ target })),
      ['moved', 'other'],
    ).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);

  it('names each stream of the plan once, whatever its tags', () => {
    expect(
      found(
        `${internalRegistry}/moved/web:1`,
        `${internalRegistry}/moved/web`,
        `${internalRegistry}/other/api:2`,
      ),
    ).toEqual(['moved/web', 'other/api']);
  });

  it('leaves other registries, namespaces of others, and what is no stream', () => {
    expect(
      found(
        'quay.io/moved/web:1',
        `${internalRegistry}/shared/web:1`,
        `${internalRegistry}/moved/web/deep:1`,
        `${internalRegistry}/moved:1`,
      ),
    ).toEqual([]);
  });
});
