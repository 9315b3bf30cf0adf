/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { appendLog, lastTimeOf, withoutTimes } from './appendLog';

const log = (...lines: string[]) => lines.map(line => `${line}\n`).join('');
const first = '2026-11-23T17:00:01.1Z one';
const second = '2026-11-23T17:00:01.12Z two';
const third = '2026-11-23T17:00:01.2Z three';

describe('appendLog', () => {
  it('begins with what is there', () => {
    expect(appendLog('', log(first))).toBe(log(first));
  });

  it('repeats nothing of the second in which the piece begins', () => {
    expect(appendLog(log(first, second), log(first, second, third))).toBe(
      log(first, second, third),
    );
    expect(appendLog(log(first, second), log(first, second))).toBe(
      log(first, second),
    );
  });

  it('goes by time and not by text: .12 is before .2 and after .1', () => {
    expect(appendLog(log(second), log(first, third))).toBe(log(second, third));
  });

  it('keeps another line of the same instant', () => {
    const twin = '2026-11-23T17:00:01.2Z another';
    expect(appendLog(log(third), log(third, twin))).toBe(log(third, twin));
  });

  it('gives up the oldest lines of a very long log', () => {
    const many = Array.from(
      { length: 50_000 },
      (_, index) => `2026-11-23T16:00:00.${String(index).padStart(9, '0')}Z x`,
    );
    const grown = appendLog(log(...many), log(first));
    expect(grown.split('\n')).toHaveLength(50_001);
    expect(grown.startsWith(many[1])).toBe(true);
    expect(grown.endsWith(log(first))).toBe(true);
  });

  it('knows the last time and the text alone', () => {
    expect(lastTimeOf(log(first, second))).toBe('2026-11-23T17:00:01.12Z');
    expect(lastTimeOf('')).toBeUndefined();
    expect(lastTimeOf('no time here')).toBeUndefined();
    expect(withoutTimes(log(first, second))).toBe('one\ntwo');
  });
});
