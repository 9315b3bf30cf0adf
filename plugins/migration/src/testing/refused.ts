/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResponseError } from '@backstage/errors';

/** An operation that the server refuses, with the error that the client of the API throws then. */
export function refused(statusCode: number, name: string, message: string) {
  return async (): Promise<never> => {
    throw await ResponseError.fromResponse({
      ok: false,
      redirected: false,
      status: statusCode,
      statusText: name,
      type: 'basic',
      url: '',
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () =>
        JSON.stringify({ error: { name, message }, response: { statusCode } }),
    } as Response);
  };
}
