/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MAX_BYTES, readableLog } from './readableLog';

const options = {
  secrets: [],
  hook: false,
  tailLines: 1000,
  limitBytes: MAX_BYTES,
};
const line = (second: number, text: string) =>
  `2026-11-23T17:00:0${second}.123456789Z ${text}\n`;

describe('readableLog', () => {
  it('keeps lines with their times, the last one without its end too', () => {
    const log = `${line(1, 'a b')}2026-11-23T17:00:02Z half`;
    expect(readableLog(log, options)).toBe(`${log}\n`);
  });

  it('drops the line in which the log was cut', () => {
    const log = `${line(1, 'whole')}2026-11-23T17:00:02Z hal`;
    expect(
      readableLog(log, { ...options, limitBytes: Buffer.byteLength(log) }),
    ).toBe(line(1, 'whole'));
  });

  it('hides what is secret, the longer one first', () => {
    expect(
      readableLog(line(1, 'key abcdef and abcd'), {
        ...options,
        secrets: ['abcd', 'abcdef'],
      }),
    ).toBe(line(1, 'key *** and ***'));
  });

  it("hides a hook's own secret outputs, also when they were told before the lines that are asked for", () => {
    const log = [
      line(1, '::output api_token=s3cr3t-value'),
      line(2, '::output count=4242'),
      line(3, 'calling with s3cr3t-value for 4242'),
    ].join('');
    const asked = { since: new Date('2026-11-23T17:00:03Z'), tailLines: 1 };
    expect(readableLog(log, { ...options, ...asked, hook: true })).toBe(
      line(3, 'calling with *** for 4242'),
    );
    expect(readableLog(log, { ...options, ...asked })).toBe(
      line(3, 'calling with s3cr3t-value for 4242'),
    );
  });

  it('counts a time from the begin of its second, as Kubernetes does', () => {
    const log = line(1, 'old') + line(2, 'new');
    expect(
      readableLog(log, {
        ...options,
        since: new Date('2026-11-23T17:00:02.900Z'),
      }),
    ).toBe(line(2, 'new'));
  });

  it('is not longer than it may be, and keeps the end', () => {
    const long = 'x'.repeat(MAX_BYTES / 2 - 100);
    const log = line(1, long) + line(2, long) + line(3, long);
    expect(readableLog(log, { ...options, limitBytes: 8 * MAX_BYTES })).toBe(
      line(2, long) + line(3, long),
    );
  });
});
