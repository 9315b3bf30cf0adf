/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PreviewCounts,
  PreviewedObject,
} from '@namespace-migration/plugin-migration-common';

/** Further ones are only counted: the objects themselves can be listed. */
const MOST_REFUSALS = 100;

export function nothingCounted(): PreviewCounts {
  return {
    objects: 0,
    create: 0,
    change: 0,
    unchanged: 0,
    adopt: 0,
    replace: 0,
    skip: 0,
    refused: 0,
    notTried: 0,
    warnings: 0,
  };
}

/** Counts by outcome, and by the choice of a person where there was one. */
export function counted(
  counts: PreviewCounts,
  entries: PreviewedObject[],
): PreviewCounts {
  const sum = { ...counts };
  for (const { outcome, action, warnings } of entries) {
    sum.objects += 1;
    sum[outcome] += 1;
    if (action === 'adopt' || action === 'replace') {
      sum[action] += 1;
    }
    sum.warnings += warnings?.length ?? 0;
  }
  return sum;
}

/** @param before how many were refused before these */
export function refusals(
  before: number,
  entries: PreviewedObject[],
): Condition[] {
  return entries
    .filter(({ outcome }) => outcome === 'refused')
    .slice(0, Math.max(0, MOST_REFUSALS - before))
    .map(({ object, message }) => {
      const { kind, namespace, name, cluster } = object;
      return {
        type: 'ObjectRefused',
        category: 'Error',
        message: `${kind} ${
          namespace ? `${namespace}/` : ''
        }${name} would be refused by cluster ${cluster}: ${message}. Change what refuses it there, transform the object in the plan, or leave it out.`,
        object,
      };
    });
}
