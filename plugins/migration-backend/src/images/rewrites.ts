/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedImage } from '@namespace-migration/plugin-migration-common';
import { formatImage, parseImage } from './imageReference';

/** What takes the place of a reference. */
export interface ImageRewrite {
  /** By digest, once it is known: the same image whatever becomes of the tag. */
  pinned: string;
  /** By tag where there is one, for who pushes to it. */
  tagged: string;
}

/** By full reference, of the images that are copied. */
export function rewritesOf(
  images: PlannedImage[],
): Record<string, ImageRewrite> {
  return Object.fromEntries(
    images.flatMap(({ reference, target, digest }) => {
      const image = target ? parseImage(target) : undefined;
      const known = digest ?? parseImage(reference)?.digest;
      if (!image) {
        return [];
      }
      const { registry, repository } = image;
      const pinned = formatImage(
        known ? { registry, repository, digest: known } : image,
      );
      // a target without a tag reads as one of `latest`, which nobody asked for
      const tagged =
        parseImage(reference)?.tag === undefined ? pinned : target!;
      return [[reference, { pinned, tagged }]];
    }),
  );
}

/** Of a reference as somebody wrote it; undefined where it stays as it is. `tag`: what an ImageStream adds to it. */
export function rewriteOf(
  written: string,
  rewrites: Record<string, ImageRewrite>,
  tag?: string,
): ImageRewrite | undefined {
  const image = parseImage(written);
  return image && rewrites[formatImage({ ...image, tag: image.tag ?? tag })];
}
