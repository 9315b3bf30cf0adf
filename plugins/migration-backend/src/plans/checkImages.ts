/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
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

/** Of an engine that is not there. */
export function checkImageEngine(
  { images }: PlanInput,
  engines: string[],
): Condition[] {
  const method = images?.copyMethod ?? 'direct';
  return images && !engines.includes(method)
    ? [
        {
          type: 'InvalidPlan',
          category: 'Critical',
          field: 'images.copyMethod',
          message: `There is no image copy engine ${method}; choose one of ${engines.join(
            ', ',
          )}`,
        },
      ]
    : [];
}
