/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PreviewDifference } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';

/** Kept by the API server about the object; nobody asked for it and every write changes it. */
const kept = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
];

/** The object without status and without what the API server keeps about it. */
export function withoutKept(object: KubernetesObject): KubernetesObject {
  const { status, metadata, ...rest } = object;
  return {
    ...rest,
    metadata: Object.fromEntries(
      Object.entries(metadata).filter(([field]) => !kept.includes(field)),
    ),
  } as KubernetesObject;
}

/** What makes `after` of `before`, as JSON pointers with both values; items of lists are compared by their place. */
export function diffObjects(
  before: KubernetesObject,
  after: KubernetesObject,
): PreviewDifference[] {
  return diff(withoutKept(before), withoutKept(after), '');
}

function diff(before: any, after: any, path: string): PreviewDifference[] {
  if (isEqual(before, after)) {
    return [];
  }
  if (before === undefined) {
    return [{ path, op: 'add', after }];
  }
  if (after === undefined) {
    return [{ path, op: 'remove', before }];
  }
  const bothMaps = isMap(before) && isMap(after);
  const bothLists = Array.isArray(before) && Array.isArray(after);
  if (!bothMaps && !bothLists) {
    return [{ path, op: 'replace', before, after }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap(key =>
    diff(
      before[key],
      after[key],
      `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
    ),
  );
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
