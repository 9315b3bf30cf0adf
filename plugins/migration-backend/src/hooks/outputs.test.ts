/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { outputVariables } from './HookCall';
import { outputsOfAnswer, outputsOfLog } from './outputs';
import { redact, secretsOf } from './redact';

describe('outputs', () => {
  it('are the lines of a log that say so, the last of a name', () => {
    const log = [
      'hello',
      '::output colour=red',
      '::output colour=dark=blue ',
      '::output 1st=no',
      '::output windows=line\r',
      ' ::output indented=no',
      '::output empty=',
    ].join('\n');
    expect(outputsOfLog(log)).toEqual({
      colour: 'dark=blue ',
      windows: 'line',
      empty: '',
    });
  });

  it('are bounded in number and length', () => {
    const many = Array.from({ length: 80 }, (_, i) => `::output n${i}=x`);
    expect(Object.keys(outputsOfLog(many.join('\n')))).toHaveLength(50);
    expect(outputsOfLog(`::output long=${'x'.repeat(5000)}`).long).toHaveLength(
      4096,
    );
  });

  it('are what is plain in a JSON object', () => {
    expect(
      outputsOfAnswer('{"a": "x", "b": 2, "c": true, "d": null, "e": {}}'),
    ).toEqual({ a: 'x', b: '2', c: 'true' });
    for (const other of ['', 'hello', '[1]', '"x"', 'null']) {
      expect(outputsOfAnswer(other)).toEqual({});
    }
  });

  it('are variables of the next hook', () => {
    expect(outputVariables({ 'db-host.name': 'x' })).toEqual({
      HOOK_OUTPUT_DB_HOST_NAME: 'x',
    });
  });
});

describe('redact', () => {
  it('takes out values of headers and of outputs with a secret name', () => {
    const secrets = secretsOf(
      {
        name: 'h',
        kind: 'http',
        http: {
          url: 'http://x',
          headers: { authorization: 'Bearer abcdef', accept: '*' },
        },
      },
      { apiToken: 'abcdefghi', colour: 'blue' },
    );
    expect(
      redact('Bearer abcdef, abcdefghi, abcdef abcdef * blue', secrets),
    ).toBe('***, ***, *** *** * blue');
  });
});
