/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageToCopy,
  StepResult,
} from '@namespace-migration/plugin-migration-node';
import { ImageContext } from '../ImageContext';
import { jobsAtTarget } from './jobsToCopy';
import { identityOf, runImageMover } from './runImageMover';
import { stepOf } from './stepOf';

export function removeDirectly(
  context: ImageContext,
  images: ImageToCopy[],
): Promise<StepResult> {
  const names = images.map(({ reference }) => reference);
  return stepOf(context, `the removal of ${images.length} images`, () =>
    runImageMover(context, 'remove', names, async () => {
      const jobs = await jobsAtTarget(context, images);
      return {
        ...identityOf(context),
        ...jobs,
        images: jobs.images.map(job => ({
          ...job,
          target: { ...job.target!, digest: job.source.digest },
        })),
        role: 'removeImages',
      };
    }),
  );
}
