/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookInput,
  PlanHook,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { checkHooks } from './checkHooks';

const hooks: Record<string, HookInput> = {
  check: { name: 'check', kind: 'script' },
  tell: { name: 'tell', kind: 'http' },
};
/** Knows these service accounts, and nothing else. */
const cluster = (name: string, ...accounts: string[]) =>
  ({
    name,
    get: async (key: any) =>
      accounts.includes(`${key.namespace}/${key.name}`) ? key : undefined,
  } as unknown as ClusterClient);
const found = async (
  hook: Partial<PlanHook>,
  type: PlanInput['type'] = 'full',
) =>
  (
    await checkHooks(
      {
        name: 'p',
        type,
        source: 'old',
        destination: 'new',
        namespaces: [
          { source: 'shop', destination: 'moved' },
          { source: 'cache' },
        ],
        hooks: [{ hook: 'check', phase: 'PreBackup', ...hook }],
      },
      {
        source: cluster('old', 'shop/mover', 'cache/warm'),
        destination: cluster('new', 'cache/there'),
      },
      async name => hooks[name],
    )
  ).map(({ type: condition }) => condition);

describe('checkHooks', () => {
  it.each<[string, Partial<PlanHook>, PlanInput['type'], string[]]>([
    ['all by default', {}, 'full', []],
    ['one that nobody registered', { hook: 'x' }, 'full', ['HookNotFound']],
    ['the second namespace', { namespace: 'cache' }, 'full', []],
    [
      "the destination's name on the source",
      { namespace: 'moved' },
      'full',
      ['HookNamespaceNotInPlan'],
    ],
    [
      "the destination's name there",
      { namespace: 'moved', cluster: 'destination' },
      'full',
      [],
    ],
    ['an account of the source', { serviceAccount: 'mover' }, 'full', []],
    [
      'an account of another namespace',
      { serviceAccount: 'warm' },
      'full',
      ['HookServiceAccountNotFound'],
    ],
    [
      'an account that comes with the objects, before it comes',
      { phase: 'PreRestore', serviceAccount: 'mover' },
      'full',
      ['HookServiceAccountNotFound'],
    ],
    [
      'the same, after it came',
      { phase: 'SmokeCheck', serviceAccount: 'mover' },
      'full',
      [],
    ],
    [
      'an account that is there already',
      { phase: 'PreRestore', namespace: 'cache', serviceAccount: 'there' },
      'full',
      [],
    ],
    [
      'no place after a rollback',
      { phase: 'PostRollback', cluster: 'destination' },
      'full',
      ['HookClusterIllegal'],
    ],
    [
      'a call has no place',
      { hook: 'tell', namespace: 'x', serviceAccount: 'x' },
      'full',
      [],
    ],
    [
      'objects that are not brought',
      { phase: 'PreRestore' },
      'state',
      ['HookPhaseIllegal'],
    ],
    ['data', { phase: 'PostBackup' }, 'state', []],
    ['a conversion', { phase: 'SmokeCheck' }, 'storageConversion', []],
  ])('%s', async (_name, hook, type, expected) => {
    expect(await found(hook, type)).toEqual(expected);
  });
});
