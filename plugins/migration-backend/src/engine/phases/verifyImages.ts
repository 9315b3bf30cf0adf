/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { imageStep } from '../imageStep';
import { done, Phase } from '../Phase';
import { copiesImages } from './copiesImages';

/** Invariant 4: the target registry is asked for every manifest and every blob. */
export const verifyImages: Phase = {
  name: 'VerifyImages',
  step: 'Copy',
  appliesTo: copiesImages,
  deadlineSeconds: () => 1800,
  async run(context) {
    const step = await imageStep(context, 'verify');
    if (step.state !== 'ended') {
      return step;
    }
    const unproven = step.progress.find(({ state }) => state !== 'verified');
    if (unproven) {
      throw new Error(`Image ${unproven.reference} was not verified`);
    }
    return done;
  },
};
