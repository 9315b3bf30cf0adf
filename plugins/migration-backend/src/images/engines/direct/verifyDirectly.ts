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

export function verifyDirectly(
  context: ImageContext,
  images: ImageToCopy[],
): Promise<StepResult> {
  const names = images.map(({ reference }) => reference);
  return stepOf(context, `the proof of ${images.length} images`, () =>
    runImageMover(context, 'verify', names, async () => ({
      ...identityOf(context),
      ...(await jobsAtTarget(context, images)),
      role: 'verifyImages',
    })),
  );
}
