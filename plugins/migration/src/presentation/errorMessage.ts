/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What the server said: the client's own "Request failed with 400" helps nobody. */
export function errorMessage(error: Error): string {
  const { body } = error as { body?: { error?: { message?: unknown } } };
  const said = body?.error?.message;
  return typeof said === 'string' && said.length > 0 ? said : error.message;
}
