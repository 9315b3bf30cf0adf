/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { ImageCopyEngines } from '../images/engines/ImageCopyEngines';
import { imageChoicesOf } from '../images/imageChoices';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';

export interface RepositoryUse {
  volumes: boolean;
  images: boolean;
}

/** What goes through the repository that a plan names. */
export function repositoryUse(
  { type, repository, images }: PlanInput,
  volumes: PlannedVolume[],
  engines: Pick<VolumeCopyEngines, 'get'>,
  imageEngines: Pick<ImageCopyEngines, 'find'>,
): RepositoryUse {
  if (repository === undefined) {
    return { volumes: false, images: false };
  }
  return {
    volumes: volumes.some(
      volume =>
        volume.action === 'copy' &&
        volume.copyMethods.some(({ name }) => name === volume.copyMethod) &&
        Boolean(engines.get(volume.copyMethod).usesRepository),
    ),
    images:
      images !== undefined &&
      (type ?? 'full') === 'full' &&
      Boolean(
        imageEngines.find(imageChoicesOf(images).copyMethod)?.usesRepository,
      ),
  };
}
