/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** A name that the API accepts: lower-case letters, digits and dashes, 63 at most. */
export function planName(entityName: string, destination: string): string {
  return `${entityName}-to-${destination}`
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}
