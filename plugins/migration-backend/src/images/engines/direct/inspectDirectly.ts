/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';
import { StepResult } from '@namespace-migration/plugin-migration-node';
import { platformsOf } from '../../platformsOf';
import { ImageContext } from '../ImageContext';
import { ImageJobs } from './ImageJobs';
import { identityOf, runImageMover } from './runImageMover';
import { stepOf } from './stepOf';

export function inspectDirectly(
  context: ImageContext,
  images: PlannedImage[],
): Promise<StepResult> {
  const names = images.map(({ reference }) => reference);
  return stepOf(context, `a look at ${images.length} images`, () =>
    runImageMover(context, 'inspect', names, async () => {
      const jobs = new ImageJobs(context);
      const made: ImageJob[] = [];
      for (const { reference, target } of images) {
        made.push(await jobs.job(reference, { target, tag: true }));
      }
      const { platforms } = context.selection;
      return {
        ...identityOf(context),
        role: 'inspectImages',
        images: made,
        accesses: jobs.accesses,
        ...(platforms === 'needed' && {
          platforms: await platformsOf(context.destination),
        }),
      };
    }),
  );
}
