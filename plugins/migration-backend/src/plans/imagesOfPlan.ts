/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanInput,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
} from '@namespace-migration/plugin-migration-node';
import { PlannedImages } from '../images/planImages';
import { sizesOnNodes } from '../images/sizesOnNodes';
import { sourceWorkloads } from './preflight/sourceWorkloads';

interface Mapping {
  source: string;
  destination: string;
}

/** To gather the images of planned objects in; undefined where the plan copies none. */
export function imagesOfPlan(
  input: PlanInput,
  namespaces: Mapping[],
): PlannedImages | undefined {
  return input.images && (input.type ?? 'full') === 'full'
    ? new PlannedImages(
        input.images,
        Object.fromEntries(
          namespaces.map(mapping => [mapping.source, mapping.destination]),
        ),
      )
    : undefined;
}

/** Bare pods are not among planned objects: they start in a phase of their own. */
export async function addBarePods(
  images: PlannedImages,
  source: ClusterClient,
  namespaces: Mapping[],
): Promise<void> {
  const names = namespaces.map(mapping => mapping.source);
  for (const workload of await sourceWorkloads(source, names)) {
    if (workload.kind === 'Pod') {
      images.add(workload);
    }
  }
}

/** With the sizes that nodes of the source tell; without, where they may not be read. */
export async function withSizes(
  images: PlannedImage[],
  source: ClusterClient,
): Promise<PlannedImage[]> {
  try {
    const nodes = await source.list({ apiVersion: 'v1', kind: 'Node' });
    return sizesOnNodes(images, nodes);
  } catch (error) {
    if (error instanceof ClusterError && error.statusCode === 403) {
      return images;
    }
    throw error;
  }
}
