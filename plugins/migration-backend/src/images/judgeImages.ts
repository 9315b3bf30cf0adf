/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  ImageProgress,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';
import {
  ImageChoices,
  ImageToCopy,
} from '@namespace-migration/plugin-migration-node';

export interface JudgedImages {
  /** What stops the migration: Critical. */
  conditions: Condition[];
  toCopy: ImageToCopy[];
  /** Of images that stay where they are, and that the destination cannot pull there. */
  notPullable: ImageProgress[];
}

/**
 * What follows from a look at images. Invariant 5: a tag that points at something else, and that this plan did not set,
 * stops it until a person has chosen.
 * @param earlier what the plan's migrations have brought so far
 */
export function judgeImages(
  planned: PlannedImage[],
  progress: ImageProgress[],
  { existingTags }: Pick<ImageChoices, 'existingTags'>,
  earlier: ImageProgress[],
): JudgedImages {
  const judged: JudgedImages = { conditions: [], toCopy: [], notPullable: [] };
  const seen = new Map(progress.map(each => [each.reference, each]));
  for (const { reference, target, optional } of planned) {
    const image = seen.get(reference);
    const { failure, digest, targetTagDigest } = image ?? {};
    if (target === undefined) {
      if (image?.failure && !optional) {
        judged.notPullable.push(image);
      }
      continue;
    }
    if (failure) {
      if (!(optional && failure.type === 'ImageNotFound')) {
        judged.conditions.push(failure);
      }
      continue;
    }
    if (digest === undefined) {
      // left out of the copy, it would be missed only by the pods of the destination
      throw new Error(`Image ${reference} was not looked at`);
    }
    const taken =
      targetTagDigest !== undefined &&
      targetTagDigest !== digest &&
      !isOurs(target, targetTagDigest, earlier);
    if (taken && existingTags === 'stop') {
      judged.conditions.push(tagTaken(reference, target, targetTagDigest));
      continue;
    }
    const setsTag = !(taken && existingTags === 'keep');
    judged.toCopy.push({ reference, digest, target, setsTag });
  }
  return judged;
}

function isOurs(
  target: string,
  digest: string,
  earlier: ImageProgress[],
): boolean {
  return earlier.some(
    image =>
      image.target === target &&
      image.digest === digest &&
      (image.state === 'copied' || image.state === 'verified'),
  );
}

function tagTaken(
  reference: string,
  target: string,
  digest: string,
): Condition {
  return {
    type: 'ImageTagTaken',
    category: 'Critical',
    field: 'images.existingTags',
    message: `Image ${reference}: its target ${target} points at ${digest}, which is another image and was not brought by this plan. Say in existingTags whether that tag is kept (the image is then brought by digest alone) or overwritten, or give the image another target by a rule.`,
  };
}
