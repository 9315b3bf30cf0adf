/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { brought } from '../../images/brought';
import { imageChoicesOf } from '../../images/imageChoices';
import { removed } from '../../images/removed';
import { imageContext } from '../imageContext';
import { done, Phase } from '../Phase';
import { copiesImages } from './copiesImages';

/** Where the plan says so. A registry that refuses does not keep the source from being started again. */
export const removeCopiedImages: Phase = {
  name: 'RemoveCopiedImages',
  step: 'Rollback',
  appliesTo: plan =>
    copiesImages(plan) && plan.input.images?.onRollback === 'remove',
  deadlineSeconds: () => 900,
  async run(context) {
    const { store, plan, destination, namespaces, event } = context;
    const images = brought(await store.imagesOfPlan());
    const { copyMethod } = imageChoicesOf(plan.input.images);
    const engine = context.imageEngines.get(copyMethod);
    const namespace = await destination.get({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespaces[0].destination,
    });
    if (images.length === 0 || !engine.remove || !namespace) {
      return done;
    }
    for (const { reference, target } of images) {
      const known = (await store.images()).some(
        image => image.reference === reference,
      );
      if (!known) {
        await store.putImage({ reference, target, state: 'pending' });
      }
    }
    const result = await engine.remove(imageContext(context), images);
    if (result.state === 'waiting') {
      return result;
    }
    const { amount, reasons } = removed(images, result, await store.images());
    for (const message of reasons) {
      await event({ level: 'warning', reason: 'ImageNotRemoved', message });
    }
    await event({
      level: 'info',
      reason: 'ImagesRemoved',
      message: `Of ${images.length} images that this plan has brought, ${amount} are removed from their targets`,
    });
    return done;
  },
};
