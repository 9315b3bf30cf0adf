/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';

/** One line of a template's log. */
export function conditionText({
  category,
  type,
  field,
  message,
}: Condition): string {
  return `${category} ${type}${field ? ` (${field})` : ''}: ${message}`;
}

export function blocks({ category }: Condition): boolean {
  return category === 'Critical' || category === 'Error';
}
