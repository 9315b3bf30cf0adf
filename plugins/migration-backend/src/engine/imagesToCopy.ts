/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { imageChoicesOf } from '../images/imageChoices';
import { JudgedImages, judgeImages } from '../images/judgeImages';
import { PhaseContext } from './Phase';

/** What follows from what was kept of the plan's images. */
export async function judgedImages({
  plan,
  store,
}: PhaseContext): Promise<JudgedImages> {
  return judgeImages(
    plan.images ?? [],
    await store.images(),
    imageChoicesOf(plan.input.images),
    await store.imagesOfPlan(),
  );
}
