/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { imageChoicesOf } from '../../images/imageChoices';
import { imageContext } from '../imageContext';
import { judgedImages } from '../imagesToCopy';
import { done, failed, Phase } from '../Phase';
import { copiesImages } from './copiesImages';

/** Invariant 4: the target registry is asked for every manifest and every blob. */
export const verifyImages: Phase = {
  name: 'VerifyImages',
  step: 'Copy',
  appliesTo: copiesImages,
  deadlineSeconds: () => 1800,
  async run(context) {
    const { toCopy, conditions } = await judgedImages(context);
    if (conditions.length > 0) {
      // kept by a call that could not say so any more
      return failed(...conditions);
    }
    if (toCopy.length === 0) {
      return done;
    }
    const { copyMethod } = imageChoicesOf(context.plan.input.images);
    const result = await context.imageEngines
      .get(copyMethod)
      .verify(imageContext(context), toCopy);
    if (result.state !== 'done') {
      return result;
    }
    const wanted = (await context.store.images()).filter(({ reference }) =>
      toCopy.some(image => image.reference === reference),
    );
    const failures = wanted.flatMap(({ failure }) => failure ?? []);
    if (failures.length > 0) {
      return failed(...failures);
    }
    const unproven = wanted.find(({ state }) => state !== 'verified');
    if (unproven) {
      throw new Error(`Image ${unproven.reference} was not verified`);
    }
    return done;
  },
};
