/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  ImageLocation,
  ImageProgress,
} from '@namespace-migration/plugin-migration-common';
import {
  done,
  ImageToCopy,
  StepResult,
} from '@namespace-migration/plugin-migration-node';
import { parseImage } from '../../imageReference';
import { ImageJobs } from '../direct/ImageJobs';
import { identityOf, runImageMover } from '../direct/runImageMover';
import { stepOf } from '../direct/stepOf';
import { ImageContext } from '../ImageContext';

type Side = 'source' | 'destination';

/** What the target has is not sent; what the repository has of an earlier try is not sent there again. */
export async function copyThroughRepository(
  context: ImageContext,
  images: ImageToCopy[],
): Promise<StepResult> {
  const progress = await context.images();
  const of = ({ reference }: ImageToCopy) =>
    progress.find(image => image.reference === reference);
  for (const image of images) {
    const current = of(image);
    if (current?.state === 'inspected' && isThere(image, current)) {
      await context.putImage({
        ...current,
        state: 'copied',
        bytesTotal: 0,
        bytesDone: 0,
      });
    }
  }
  const toSend = images.filter(image => !isThere(image, of(image)));
  if (toSend.length === 0) {
    return done;
  }
  const staged = await stepOf(
    context,
    `the copy of ${toSend.length} images into the replication repository`,
    () => runOn(context, 'source', toSend),
    ['copied'],
  );
  if (staged.state !== 'done') {
    return staged;
  }
  const failed = new Set(
    (await context.images())
      .filter(({ failure }) => failure !== undefined)
      .map(({ reference }) => reference),
  );
  const arrived = toSend.filter(({ reference }) => !failed.has(reference));
  return arrived.length === 0
    ? done
    : stepOf(
        context,
        `the copy of ${arrived.length} images out of the replication repository`,
        () => runOn(context, 'destination', arrived),
      );
}

function isThere(image: ImageToCopy, progress?: ImageProgress): boolean {
  return (
    progress?.destination === 'present' &&
    (!image.setsTag ||
      parseImage(image.reference)?.tag === undefined ||
      progress.targetTagDigest === image.digest)
  );
}

function runOn(context: ImageContext, side: Side, images: ImageToCopy[]) {
  return runImageMover(
    context,
    side === 'source' ? 'stage' : 'copy',
    images.map(({ reference }) => reference),
    async () => {
      const jobs = new ImageJobs(context, side);
      const repository = context.repositories.ofPlan();
      const access = jobs.indexOf({
        registry: `replication repository ${repository.name}`,
      });
      const made: ImageJob[] = [];
      for (const image of images) {
        const { reference, digest } = image;
        const staging = stagedAt(access, image);
        made.push(
          side === 'source'
            ? {
                ...(await jobs.job(reference, { digest, tag: false })),
                target: staging,
              }
            : {
                ...(await jobs.jobAtTarget(image, { fills: true })),
                source: { ...staging, digest },
              },
        );
      }
      return {
        ...identityOf(context),
        role: 'copyImages',
        images: made,
        accesses: jobs.accesses,
        attempts: context.selection.attempts,
        staging: { access, ...(await repository.registry()) },
      };
    },
    side,
  );
}

/** One repository for each of the source's, so that signatures stay beside what they sign. */
function stagedAt(access: number, { reference }: ImageToCopy): ImageLocation {
  const { registry, repository } = parseImage(reference)!;
  const host = registry.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { access, repository: `${host}/${repository}` };
}
