/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PreviewDifference } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

export const HIDDEN = '(hidden)';
const LONGEST_TEXT = 4096;
/** kubectl keeps the whole object there, with its data. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** A difference as people may see it: no value of a Secret, and nothing that fills the page. */
export function shown(
  kind: string,
  difference: PreviewDifference,
): PreviewDifference {
  const visible = { ...difference };
  for (const side of ['before', 'after'] as const) {
    if (visible[side] !== undefined) {
      const value =
        kind === 'Secret'
          ? hide(visible[side], difference.path.split('/').slice(1))
          : visible[side];
      visible[side] = cut(value);
    }
  }
  return visible;
}

/** API servers quote what they cannot read, and so may webhooks. */
export function shownMessage(
  object: KubernetesObject,
  message: string,
): string {
  if (object.kind !== 'Secret') {
    return message;
  }
  const values = [
    ...Object.values(object.data ?? {}).flatMap(value => [
      String(value),
      Buffer.from(String(value), 'base64').toString('utf8'),
    ]),
    ...Object.values(object.stringData ?? {}).map(String),
  ].filter(value => value.length > 2);
  return values
    .sort((a, b) => b.length - a.length)
    .reduce(
      (text, value) => text.split(value).join(HIDDEN),
      // the decoder's excerpt of the object, cut anywhere
      message.replace(/,?\s*error found in #[\s\S]*/, ''),
    );
}

/** @param at where the value lies in the Secret */
function hide(value: any, at: string[]): unknown {
  const [first, second, third] = at;
  const secret =
    (['data', 'stringData'].includes(first) && at.length > 1) ||
    (first === 'metadata' &&
      second === 'annotations' &&
      third === LAST_APPLIED.replace('/', '~1'));
  if (secret || !value || typeof value !== 'object') {
    return secret ? HIDDEN : value;
  }
  if (Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      hide(part, [...at, key.replace(/~/g, '~0').replace(/\//g, '~1')]),
    ]),
  );
}

function cut(value: any): unknown {
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT
      ? `${value.slice(0, LONGEST_TEXT)}… (${value.length} characters)`
      : value;
  }
  if (!value || typeof value !== 'object') {
    return value;
  }
  return Array.isArray(value)
    ? value.map(cut)
    : Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key, cut(part)]),
      );
}
