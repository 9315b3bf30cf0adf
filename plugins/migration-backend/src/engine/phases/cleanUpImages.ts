/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { imageChoicesOf } from '../../images/imageChoices';
import { imageContext } from '../imageContext';
import { done, Phase } from '../Phase';
import { copiesImages } from './copiesImages';

/** The engine gives back what it holds outside of the namespaces: what it has in a replication repository. */
export const cleanUpImages: Phase = {
  name: 'CleanUpImages',
  step: 'Cleanup',
  appliesTo: copiesImages,
  deadlineSeconds: () => 900,
  async run(context) {
    const { copyMethod } = imageChoicesOf(context.plan.input.images);
    const engine = context.imageEngines.get(copyMethod);
    return (await engine.cleanUp?.(imageContext(context))) ?? done;
  },
};
