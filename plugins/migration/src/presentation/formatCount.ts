/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

const format = new Intl.NumberFormat();

/** With the reader's thousands separators. */
export function formatCount(count: number): string {
  return format.format(count);
}
