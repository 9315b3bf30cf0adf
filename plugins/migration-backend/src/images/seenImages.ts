/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageProgress,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';

/** Planned images with what a migration has found of them; what it did not look at is unknown. */
export function seenImages(
  planned: PlannedImage[],
  progress: ImageProgress[],
): PlannedImage[] {
  const seen = new Map(progress.map(each => [each.reference, each]));
  return planned.map(image => {
    const found = seen.get(image.reference);
    return {
      ...image,
      digest: found?.digest ?? image.digest,
      sizeBytes: found?.sizeBytes ?? image.sizeBytes,
      platforms: found?.platforms ?? image.platforms,
      destination: destinationOf(found),
    };
  });
}

/** A copy that was proven is there now, whatever was seen before it. */
function destinationOf(found?: ImageProgress): PlannedImage['destination'] {
  return found?.state === 'verified'
    ? 'present'
    : found?.destination ?? 'unknown';
}
