/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** The viewer lacks a right in the portal. Of a cluster's own refusals the message says what to do. */
export function isDenied(error: Error): boolean {
  const { statusCode, body } = error as {
    statusCode?: number;
    body?: { error?: { name?: string } };
  };
  return statusCode === 403 && body?.error?.name !== 'ClusterError';
}
