/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ManifestRefused } from './manifest';

/** A label selector of the API as the text that queries take. */
export function selectorText(selector: any): string | undefined {
  if (selector === undefined || selector === null) {
    return undefined;
  }
  const labels = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const expressions = (selector.matchExpressions ?? []).map(
    ({ key, operator, values }: any) => {
      switch (operator) {
        case 'In':
          return `${key} in (${values.join(',')})`;
        case 'NotIn':
          return `${key} notin (${values.join(',')})`;
        case 'Exists':
          return key;
        case 'DoesNotExist':
          return `!${key}`;
        default:
          throw new ManifestRefused(
            `spec.labelSelector.matchExpressions: '${operator}' is none of In, NotIn, Exists and DoesNotExist. Choose one of them.`,
          );
      }
    },
  );
  return [...labels, ...expressions].join(',') || undefined;
}
