/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { imageChoicesOf } from '../../images/imageChoices';
import { seenImages } from '../../images/seenImages';
import { imageContext } from '../imageContext';
import { judgedImages } from '../imagesToCopy';
import { done, failed, Phase, PhaseContext } from '../Phase';
import { copiesImages } from './copiesImages';

/** What the images are, and whether everything that is to be copied can be: before anything is copied or stopped. */
export const inspectImages: Phase = {
  name: 'InspectImages',
  step: 'Copy',
  appliesTo: copiesImages,
  deadlineSeconds: () => 1800,
  async run(context) {
    const { plan, store } = context;
    const images = plan.images ?? [];
    const known = await store.images();
    for (const { reference, target } of images) {
      if (!known.some(image => image.reference === reference)) {
        await store.putImage({ reference, target, state: 'pending' });
      }
    }
    if (images.length > 0) {
      const { copyMethod } = imageChoicesOf(plan.input.images);
      const result = await context.imageEngines
        .get(copyMethod)
        .inspect(imageContext(context), images);
      if (result.state !== 'done') {
        return result;
      }
    }
    const progress = await store.images();
    await store.update({
      plan: { ...plan, images: seenImages(images, progress) },
    });
    const { conditions } = await judgedImages(context);
    if (conditions.length > 0) {
      return failed(...conditions);
    }
    await tell(context);
    return done;
  },
};

/** Once, with the end of the phase: a call that is repeated only repeats these. */
async function tell(context: PhaseContext): Promise<void> {
  const { toCopy, notPullable } = await judgedImages(context);
  const progress = await context.store.images();
  const sum = (field: 'sizeBytes' | 'bytesTotal') =>
    progress
      .filter(({ reference }) => toCopy.some(i => i.reference === reference))
      .reduce((bytes, image) => bytes + (image[field] ?? 0), 0);
  for (const { reference, failure, ...image } of notPullable) {
    await context.store.putImage({
      ...image,
      reference,
      state: 'inspected',
      destination: 'notPullable',
    });
    await context.event({
      level: 'warning',
      reason: 'ImageNotPullable',
      message: `Pods of cluster ${context.destination.name} may not be able to pull it, and no rule copies it: ${failure?.message}`,
    });
  }
  await context.event({
    level: 'info',
    reason: 'ImagesInspected',
    message: `${toCopy.length} of ${progress.length} images are copied: ${sum(
      'sizeBytes',
    )} bytes, of which ${sum('bytesTotal')} are not at their target`,
  });
}
