/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import type { LocalEnvironment } from './environment';
import { buildImages, moverImage } from './images/images';
import { clusterNames } from './instance';
import { silentProgress, type Progress } from './progress';

/** Rebuilds the mover image from the checkout and hands it to both clusters. */
export async function refreshMoverImage(
  environment: LocalEnvironment,
  progress: Progress = silentProgress,
): Promise<void> {
  const images = await buildImages(progress);
  for (const name of clusterNames) {
    await environment[name].importImage(images[moverImage]);
  }
}
