/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import isEqual from 'lodash/isEqual';

/**
 * JSON pointers at which what is there lacks or changes what was asked. Fields that the server added by itself do
 * not count.
 */
export function missingFrom(
  asked: unknown,
  present: unknown,
  pointer = '',
): string[] {
  if (asked === undefined || asked === null || isEqual(asked, present)) {
    return [];
  }
  if (Array.isArray(asked)) {
    if (!Array.isArray(present) || present.length < asked.length) {
      return asked.length === 0 && present === undefined ? [] : [pointer];
    }
    return asked.flatMap((item, index) =>
      missingFrom(item, present[index], `${pointer}/${index}`),
    );
  }
  if (typeof asked === 'object') {
    if (typeof present !== 'object' || present === null) {
      // an empty map and no map are the same to the API server
      return Object.keys(asked as object).length === 0 ? [] : [pointer];
    }
    return Object.entries(asked as object).flatMap(([key, value]) =>
      missingFrom(
        value,
        (present as any)[key],
        `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
      ),
    );
  }
  // numbers that the server writes as text and the other way round (quantities, ports)
  return String(asked) === String(present) ? [] : [pointer];
}
