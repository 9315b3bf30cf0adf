/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { ImageCopyEngines } from '../images/engines/ImageCopyEngines';
import { imageChoicesOf } from '../images/imageChoices';
import { whyNoPrefix } from '../images/mapImage';

/** What can be said of a plan's choices for images without a cluster. */
export function checkImages(
  { type, images }: PlanInput,
  bad: (field: string, message: string) => void,
): void {
  if (!images) {
    return;
  }
  if ((type ?? 'full') !== 'full') {
    bad(
      'images',
      `A plan of type ${type} brings no workloads, so it copies no images; leave images out`,
    );
  }
  for (const [index, rule] of (images.rules ?? []).entries()) {
    for (const side of ['from', 'to'] as const) {
      const why = whyNoPrefix(rule[side]);
      if (why) {
        bad(`images.rules[${index}].${side}`, why);
      }
    }
  }
  const named = new Set<string>();
  for (const [index, { registry, caBundle }] of (
    images.registries ?? []
  ).entries()) {
    const field = `images.registries[${index}]`;
    if (registry.includes('/')) {
      bad(`${field}.registry`, `'${registry}' is more than host and port`);
    }
    if (named.has(registry)) {
      bad(`${field}.registry`, `${registry} is described twice`);
    }
    named.add(registry);
    if (
      caBundle !== undefined &&
      !/-----BEGIN CERTIFICATE-----/.test(caBundle)
    ) {
      bad(`${field}.caBundle`, 'This is no PEM certificate');
    }
  }
}

/** Of an engine that is not there, or has not what it needs. */
export function checkImageEngine(
  { images, repository }: PlanInput,
  engines: Pick<ImageCopyEngines, 'find' | 'names'>,
): Condition[] {
  if (!images) {
    return [];
  }
  const { copyMethod } = imageChoicesOf(images);
  const engine = engines.find(copyMethod);
  const message = !engine
    ? `There is no image copy engine ${copyMethod}; choose one of ${engines
        .names()
        .join(', ')}`
    : engine.usesRepository && !repository
    ? `Images are copied through a replication repository by ${copyMethod}, and the plan names none in repository`
    : undefined;
  return message === undefined
    ? []
    : [
        {
          type: 'InvalidPlan',
          category: 'Critical',
          field: 'images.copyMethod',
          message,
        },
      ];
}
