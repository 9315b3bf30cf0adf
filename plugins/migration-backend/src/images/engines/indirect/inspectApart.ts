/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  ImageProgress,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';
import { done, StepResult } from '@namespace-migration/plugin-migration-node';
import { platformsOf } from '../../platformsOf';
import { ImageJobs } from '../direct/ImageJobs';
import { identityOf, runImageMover } from '../direct/runImageMover';
import { stepOf } from '../direct/stepOf';
import { ImageContext } from '../ImageContext';

/** Sources are asked from the source cluster, targets from the destination; so are images that stay where they are. */
export async function inspectApart(
  context: ImageContext,
  images: PlannedImage[],
): Promise<StepResult> {
  const moved = images.filter(({ target }) => target !== undefined);
  const progressOf = async () =>
    new Map(
      (await context.images()).map((image): [string, ImageProgress] => [
        image.reference,
        image,
      ]),
    );
  const before = await progressOf();
  if (moved.some(({ reference }) => !isSeen(before.get(reference)))) {
    const sources = await stepOf(
      context,
      `a look at ${moved.length} images on ${context.source.name}`,
      () => lookAtSources(context, moved),
    );
    if (sources.state !== 'done') {
      return sources;
    }
  }
  const seen = await progressOf();
  const rest = images.filter(
    ({ reference, target }) =>
      target === undefined || seen.get(reference)?.digest !== undefined,
  );
  return rest.length === 0
    ? done
    : stepOf(
        context,
        `a look at ${rest.length} images from ${context.destination.name}`,
        () => lookFromDestination(context, rest, seen),
      );
}

const isSeen = (image?: ImageProgress) =>
  image?.digest !== undefined || image?.failure !== undefined;

function lookAtSources(context: ImageContext, images: PlannedImage[]) {
  const names = images.map(({ reference }) => reference);
  return runImageMover(
    context,
    'inspect',
    names,
    async () => {
      const jobs = new ImageJobs(context, 'source');
      const made: ImageJob[] = [];
      for (const { reference } of images) {
        made.push(await jobs.job(reference, { tag: false }));
      }
      return {
        ...identityOf(context),
        role: 'inspectImages',
        images: made,
        accesses: jobs.accesses,
        ...(context.selection.platforms === 'needed' && {
          platforms: await platformsOf(context.destination),
        }),
      };
    },
    'source',
  );
}

function lookFromDestination(
  context: ImageContext,
  images: PlannedImage[],
  seen: Map<string, ImageProgress>,
) {
  const names = images.map(({ reference }) => reference);
  return runImageMover(context, 'look', names, async () => {
    const jobs = new ImageJobs(context);
    const made: ImageJob[] = [];
    for (const { reference, target } of images) {
      made.push(
        target === undefined
          ? await jobs.job(reference, { tag: false })
          : {
              ...(await jobs.jobAtTarget({
                reference,
                target,
                digest: seen.get(reference)!.digest!,
                setsTag: true,
              })),
              targetOnly: true,
            },
      );
    }
    return {
      ...identityOf(context),
      role: 'inspectImages',
      images: made,
      accesses: jobs.accesses,
    };
  });
}
