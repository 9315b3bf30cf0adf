/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { fieldErrorsOf, fieldErrorsOfConditions } from './fieldErrors';

const known = ['name', 'source', 'namespaces[0].destination', 'connection'];

describe('fieldErrorsOf', () => {
  // messages as the backend gave them on 2026-11-23
  it.each([
    [
      'request/body/name must NOT have fewer than 3 characters',
      'name',
      'Must NOT have fewer than 3 characters',
    ],
    [
      'request/body/namespaces/0/destination must be string',
      'namespaces[0].destination',
      'Must be string',
    ],
    [
      'source: there is no cluster named a; register it or choose another',
      'source',
      'There is no cluster named a; register it or choose another',
    ],
    [
      'connection.kubeconfig has no current context; name one in connection.context',
      'connection',
      'Has no current context; name one in connection.context',
    ],
    [
      'A plan named shop exists already; choose another name',
      'name',
      'Name A plan named shop exists already; choose another name',
    ],
    ['options: no', '', 'options: no'],
    ['Failed to fetch', '', 'Failed to fetch'],
  ])('puts "%s" at "%s"', (message, field, text) => {
    const errors = fieldErrorsOf(new Error(message), known);
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toBe(text.replace(/^Name A/, 'A'));
  });
});

describe('fieldErrorsOfConditions', () => {
  it('takes what stops the plan at fields that are shown', () => {
    expect(
      fieldErrorsOfConditions(
        [
          { type: 'A', category: 'Warn', field: 'name', message: 'a' },
          { type: 'B', category: 'Critical', field: 'source', message: 'b' },
          { type: 'C', category: 'Error', field: 'source', message: 'c' },
          {
            type: 'D',
            category: 'Critical',
            field: 'volumes[0]',
            message: 'd',
          },
          { type: 'E', category: 'Critical', message: 'e' },
        ],
        known,
      ),
    ).toEqual({ source: 'b' });
  });
});
