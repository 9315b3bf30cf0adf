/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Hook, HookInput } from '@namespace-migration/plugin-migration-common';
import { TextDecoder, TextEncoder } from 'node:util';
import { hookInputOf, hookValuesOf, isComplete } from './hookForm';

// jsdom has none; every browser has
Object.assign(globalThis, { TextDecoder, TextEncoder });

const hookOf = (input: Omit<HookInput, 'name' | 'onFailure'>): Hook => ({
  name: 'notify',
  title: '',
  onFailure: 'fail',
  ...input,
  plans: [],
  createdAt: '2026-11-30T06:00:00.000Z',
  updatedAt: '2026-11-30T06:00:00.000Z',
});

describe('the form of a hook', () => {
  it.each<[string, Omit<HookInput, 'name' | 'onFailure'>]>([
    [
      'image',
      {
        kind: 'image',
        image: {
          image: 'quay.io/tools:1',
          command: ['/bin/run', '--all of it'],
          args: ['a'],
          env: { NAME: 'a=b', EMPTY: '' },
        },
        deadlineSeconds: 60,
        retries: 0,
      },
    ],
    [
      'playbook',
      {
        kind: 'playbook',
        playbook: {
          playbook: Buffer.from('- hosts: "ß€"\n').toString('base64'),
          image: 'runner:1',
        },
      },
    ],
    [
      'script',
      {
        kind: 'script',
        script: {
          script: 'echo\n',
          image: 'sh:1',
          interpreter: ['bash', '-e'],
        },
      },
    ],
    [
      'http',
      {
        kind: 'http',
        http: {
          url: 'https://example.org/hook',
          method: 'PUT',
          headers: { Authorization: '***' },
          body: '{}',
          expectedStatus: 204,
        },
      },
    ],
  ])('gives back what it was given: %s', (_kind, input) => {
    const hook = hookOf(input);
    const values = hookValuesOf(hook);
    const { plans, createdAt, updatedAt, ...sent } = hook;
    expect(hookInputOf(values)).toEqual(sent);
    expect(isComplete(values)).toBe(true);
  });

  it('sends a header that was typed, keeps one that was not, drops one without a name', () => {
    const values = {
      ...hookValuesOf(),
      name: 'notify',
      kind: 'http' as const,
      url: 'https://example.org',
      headers: [
        { name: 'A', value: '', stored: true },
        { name: 'B', value: 'new', stored: true },
        { name: 'C', value: 'first', stored: false },
        { name: '', value: 'lost', stored: false },
      ],
    };
    expect(hookInputOf(values).http?.headers).toEqual({
      A: '***',
      B: 'new',
      C: 'first',
    });
  });

  it('wants what its kind needs', () => {
    const values = { ...hookValuesOf(), name: 'notify', image: 'sh:1' };
    expect(isComplete(values)).toBe(true);
    expect(isComplete({ ...values, kind: 'script' })).toBe(false);
    expect(isComplete({ ...values, kind: 'http' })).toBe(false);
    expect(isComplete({ ...values, name: '' })).toBe(false);
  });
});
