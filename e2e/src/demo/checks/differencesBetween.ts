/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** JSON pointers of what is different; both may be any JSON. */
export function differencesBetween(
  one: unknown,
  other: unknown,
  pointer = '',
): string[] {
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap(
      key =>
        differencesBetween(one[key], other[key], `${pointer}/${escaped(key)}`),
    );
  }
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [pointer];
}

/** JSON pointers of what was asked for and is not so; what a server adds by itself does not count. */
export function missingFrom(
  asked: unknown,
  live: unknown,
  pointer = '',
): string[] {
  if (Array.isArray(asked)) {
    return Array.isArray(live) && live.length === asked.length
      ? asked.flatMap((each, index) =>
          missingFrom(each, live[index], `${pointer}/${index}`),
        )
      : [pointer];
  }
  if (isObject(asked)) {
    return isObject(live)
      ? Object.keys(asked).flatMap(key =>
          missingFrom(asked[key], live[key], `${pointer}/${escaped(key)}`),
        )
      : [pointer];
  }
  return asked === live ? [] : [pointer];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');
