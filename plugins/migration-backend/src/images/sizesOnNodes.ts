/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedImage } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { formatImage, parseImage } from './imageReference';

/**
 * Images with the sizes that nodes tell of them, where one has the same digest or, of an image without one, the same
 * tag. A kubelet tells only of its largest images, each in the measure of its runtime. Of several the largest counts:
 * nodes of other platforms have other parts of it. Pure.
 */
export function sizesOnNodes(
  images: PlannedImage[],
  nodes: KubernetesObject[],
): PlannedImage[] {
  const sizes = new Map<string, number>();
  for (const { names, sizeBytes } of nodes.flatMap(
    ({ status }) => status?.images ?? [],
  )) {
    for (const name of names ?? []) {
      const key = keyOf(name);
      if (key !== undefined && sizeBytes > (sizes.get(key) ?? 0)) {
        sizes.set(key, sizeBytes);
      }
    }
  }
  return images.map(image => {
    const sizeBytes = sizes.get(keyOf(image.reference) ?? '');
    return sizeBytes === undefined ? image : { ...image, sizeBytes };
  });
}

/** A digest is the same image wherever it is. */
function keyOf(written: string): string | undefined {
  const image = parseImage(written);
  return image && (image.digest ?? formatImage(image));
}
