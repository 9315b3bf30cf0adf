/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { makePullSecrets } from '../../images/makePullSecrets';
import { imageChoicesOf } from '../../images/imageChoices';
import { copyContext } from '../copyContext';
import { imageContext } from '../imageContext';
import { judgedImages } from '../imagesToCopy';
import { done, failed, Phase } from '../Phase';
import { copiesImages } from './copiesImages';

/** While the application runs. An image that fails is named, and the migration ends before anything is stopped. */
export const copyImages: Phase = {
  name: 'CopyImages',
  step: 'Copy',
  appliesTo: copiesImages,
  deadlineSeconds: options => options.passDeadlineSeconds,
  async run(context) {
    const { toCopy, conditions } = await judgedImages(context);
    if (conditions.length > 0) {
      // kept by a call that could not say so any more
      return failed(...conditions);
    }
    if (toCopy.length === 0) {
      return done;
    }
    const selection = imageChoicesOf(context.plan.input.images);
    const result = await context.imageEngines
      .get(selection.copyMethod)
      .copy(imageContext(context), toCopy);
    if (result.state !== 'done') {
      return result;
    }
    const copied = (await context.store.images()).filter(({ reference }) =>
      toCopy.some(image => image.reference === reference),
    );
    const failures = copied.flatMap(({ failure }) => failure ?? []);
    if (failures.length > 0) {
      return failed(...failures);
    }
    await makePullSecrets(
      imageContext(context),
      toCopy,
      copyContext(context).apply,
    );
    const sum = copied.reduce((all, { bytesTotal = 0 }) => all + bytesTotal, 0);
    await context.event({
      level: 'info',
      reason: 'ImagesCopied',
      message: `${copied.length} images are at their targets; ${sum} bytes were sent for it`,
    });
    return done;
  },
};
