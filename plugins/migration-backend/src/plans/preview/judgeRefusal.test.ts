/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterError } from '@namespace-migration/plugin-migration-node';
import { judgeRefusal } from './judgeRefusal';

const error = (status: number, said: string) =>
  new ClusterError(`Cluster x refused: ${said}`, status, '', 'x', [], said);

const denied = 'admission webhook "deny.example" denied the request: no';
const quota = 'configmaps "a" is forbidden: exceeded quota: few';
const rights =
  'secrets is forbidden: User "mover" cannot patch resource "secrets" in API group "" in the namespace "default"';

describe('judgeRefusal', () => {
  it.each([
    [400, denied],
    [403, quota],
    [403, rights],
    [422, 'Service "a" is invalid'],
    [500, 'Internal error occurred: failed calling webhook "deny.example"'],
  ])('tells a refusal (%s) in the words of the API server', (status, said) => {
    expect(judgeRefusal(error(status, said))).toEqual({
      outcome: 'refused',
      message: said,
    });
  });

  it.each([0, 401, 429, 502, 503, 504])(
    'does not take %s for an answer about the object',
    status => {
      expect(() => judgeRefusal(error(status, 'busy'))).toThrow('busy');
    },
  );

  it('does not take another error for one', () => {
    expect(() => judgeRefusal(new Error('bug'))).toThrow('bug');
  });

  it('tells what cannot be asked without doing it', () => {
    expect(
      judgeRefusal(
        error(400, 'admission webhook "a" does not support dry run'),
      ),
    ).toMatchObject({ outcome: 'notTried' });
  });

  it.each([
    [403, rights],
    [403, quota],
    [404, 'namespaces "default" not found'],
  ])('does not take a refusal (%s) of the stand-in for one', (status, said) => {
    expect(judgeRefusal(error(status, said), 'namespace')).toEqual({
      outcome: 'notTried',
      message: expect.stringContaining(said),
    });
  });

  it('takes what a stand-in says about the object itself', () => {
    expect(judgeRefusal(error(400, denied), 'namespace').outcome).toBe(
      'refused',
    );
  });

  it('knows that what is replaced does not count any more', () => {
    const outcome = (status: number, said: string) =>
      judgeRefusal(error(status, said), 'name').outcome;
    expect(outcome(403, quota)).toBe('notTried');
    expect(outcome(403, rights)).toBe('refused');
  });
});
