/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import isEqual from 'lodash/isEqual';
import { ImageContext } from '../ImageContext';
import { progressOf } from './progressOf';
import { ImageLine } from './runImageMover';

/** Keeps what lines of a mover say of images, the last word of each. */
export async function takeLines(
  context: ImageContext,
  lines: ImageLine[],
): Promise<void> {
  for (const current of await context.images()) {
    const next = lines
      .filter(({ image }) => image === current.reference)
      .reduce(progressOf, current);
    if (!isEqual(withoutUndefined(next), withoutUndefined(current))) {
      await context.putImage(next);
    }
  }
}

const withoutUndefined = (value: object) => JSON.parse(JSON.stringify(value));
