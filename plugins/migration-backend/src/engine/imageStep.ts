/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageProgress } from '@namespace-migration/plugin-migration-common';
import { ImageToCopy } from '@namespace-migration/plugin-migration-node';
import { imageChoicesOf } from '../images/imageChoices';
import { imageContext } from './imageContext';
import { judgedImages } from './imagesToCopy';
import { done, failed, PhaseContext, PhaseResult } from './Phase';

/** Every image that is copied, and what was kept of it when the engine said that it is done. */
interface Ended {
  state: 'ended';
  toCopy: ImageToCopy[];
  progress: ImageProgress[];
}

/** A step of the plan's image copy engine with what is to be copied. A failure of one image is the step's. */
export async function imageStep(
  context: PhaseContext,
  step: 'copy' | 'verify',
): Promise<Ended | PhaseResult> {
  const { toCopy, conditions } = await judgedImages(context);
  if (conditions.length > 0) {
    // kept by a call that could not say so any more
    return failed(...conditions);
  }
  if (toCopy.length === 0) {
    return done;
  }
  const { copyMethod } = imageChoicesOf(context.plan.input.images);
  const engine = context.imageEngines.get(copyMethod);
  const result = await engine[step](imageContext(context), toCopy);
  if (result.state !== 'done') {
    return result;
  }
  const progress = (await context.store.images()).filter(({ reference }) =>
    toCopy.some(image => image.reference === reference),
  );
  const failures = progress.flatMap(({ failure }) => failure ?? []);
  return failures.length > 0
    ? failed(...failures)
    : { state: 'ended', toCopy, progress };
}
