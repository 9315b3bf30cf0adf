/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Of MTC's four kinds, the group that they are in. */
export const MTC_GROUP = 'migration.openshift.io';
export const MTC_API_VERSION = `${MTC_GROUP}/v1alpha1`;

/** A field of MTC: either what becomes of it, or why nothing does. `[]` stands for any item. */
export type MtcField = { field: string } & (
  | { becomes: string }
  | {
      loss: string;
      /** Values with which nothing is lost, beside false and nothing. */
      unless?: unknown[];
      /** Something is lost whatever the value. */
      always?: true;
    }
);

export interface Loss {
  field: string;
  reason: string;
}

/** A manifest cannot be taken over; the message says which field, why and what to do. */
export class ManifestRefused extends Error {
  readonly name = 'ManifestRefused';
}

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: any;
}

/** What tools write on every object; nobody misses it. */
const noise =
  /^(controller-tools\.k8s\.io|kubectl\.kubernetes\.io\/|migration\.openshift\.io\/selected-migplan-type)/;

/** Every field of a manifest that has no counterpart, each once. */
export function lossesOf(manifest: Manifest, fields: MtcField[]): Loss[] {
  const losses = new Map<string, string>();
  for (const [path, value] of leavesOf(manifest.spec, 'spec')) {
    const known = fieldOf(path, fields);
    if (!known) {
      losses.set(path, 'MTC has no such field that is known here');
    } else if ('loss' in known) {
      const harmless = known.always
        ? []
        : ['', null, false, ...(known.unless ?? [])];
      if (!harmless.includes(value as any)) {
        losses.set(known.field, known.loss);
      }
    }
  }
  for (const part of ['labels', 'annotations'] as const) {
    const kept = Object.keys(manifest.metadata[part] ?? {}).filter(
      key => !noise.test(key),
    );
    if (kept.length > 0) {
      losses.set(
        `metadata.${part}`,
        `What is registered here has no ${part}: ${kept
          .slice(0, 5)
          .join(', ')}`,
      );
    }
  }
  return [...losses].map(([field, reason]) => ({ field, reason }));
}

/** The longest field that the path is or lies in. */
export function fieldOf(
  path: string,
  fields: MtcField[],
): MtcField | undefined {
  return fields
    .filter(
      ({ field }) =>
        path === field ||
        path.startsWith(`${field}.`) ||
        path.startsWith(`${field}[]`),
    )
    .sort((a, b) => b.field.length - a.field.length)[0];
}

/** Paths of all values that are neither map nor list, `[]` for any item; empty maps and lists say nothing. */
function* leavesOf(value: unknown, path: string): Generator<[string, unknown]> {
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* leavesOf(item, `${path}[]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* leavesOf(inner, `${path}.${key}`);
    }
  } else if (value !== undefined) {
    yield [path, value];
  }
}

/** @throws ManifestRefused when it is no name that we register things under */
export function nameOf({ kind, metadata }: Manifest, shortest = 1): string {
  const { name } = metadata;
  if (
    name.length < shortest ||
    !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)
  ) {
    throw new ManifestRefused(
      `metadata.name: a ${kind} is registered under ${shortest} to 63 lower-case letters, digits and dashes, and '${name}' is no such name. Rename it, also where others refer to it.`,
    );
  }
  return name;
}

/** @throws ManifestRefused when it is there and no text */
export function textOf(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new ManifestRefused(`${field}: it must be text. Quote it.`);
  }
  return value;
}

/** @throws ManifestRefused when it is missing or no text */
export function neededText(value: unknown, field: string): string {
  const text = textOf(value, field);
  if (text === undefined) {
    throw new ManifestRefused(`${field}: it is missing. Fill it in.`);
  }
  return text;
}

/** Kubernetes writes bytes as base64; people paste PEM as it is. */
export function bytesOf(value: unknown, field: string): string | undefined {
  const text = textOf(value, field)?.trim();
  if (text === undefined || text.startsWith('-----BEGIN')) {
    return text;
  }
  return Buffer.from(text, 'base64').toString('utf8').trim();
}

/** @throws ManifestRefused when it is there and no list */
export function listOf(value: unknown, field: string): any[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new ManifestRefused(`${field}: it must be a list. Write it as one.`);
  }
  return value;
}
