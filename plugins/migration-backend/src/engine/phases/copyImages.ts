/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { makePullSecrets } from '../../images/makePullSecrets';
import { copyContext } from '../copyContext';
import { imageContext } from '../imageContext';
import { imageStep } from '../imageStep';
import { done, Phase } from '../Phase';
import { copiesImages } from './copiesImages';

/** While the application runs. An image that fails is named, and the migration ends before anything is stopped. */
export const copyImages: Phase = {
  name: 'CopyImages',
  step: 'Copy',
  appliesTo: copiesImages,
  deadlineSeconds: options => options.passDeadlineSeconds,
  async run(context) {
    const step = await imageStep(context, 'copy');
    if (step.state !== 'ended') {
      return step;
    }
    const { toCopy, progress } = step;
    await makePullSecrets(
      imageContext(context),
      toCopy,
      copyContext(context).apply,
    );
    const sum = progress.reduce(
      (all, { bytesTotal = 0 }) => all + bytesTotal,
      0,
    );
    await context.event({
      level: 'info',
      reason: 'ImagesCopied',
      message: `${progress.length} images are at their targets; ${sum} bytes were sent for it`,
    });
    return done;
  },
};
