/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Readable } from 'node:stream';
import { frame, framesOf } from './channels';

async function told(chunks: Buffer[]): Promise<string[]> {
  const frames: string[] = [];
  for await (const { channel, bytes } of framesOf(Readable.from(chunks))) {
    frames.push(`${channel} ${bytes.toString()}`);
  }
  return frames;
}

describe('channels', () => {
  const whole = Buffer.concat([
    frame('stdout', Buffer.from('one')),
    frame('stderr', Buffer.from('no space')),
    frame('stdout', Buffer.alloc(0)),
    frame('stdout', Buffer.from('two')),
  ]);
  const expected = ['stdout one', 'stderr no space', 'stdout ', 'stdout two'];

  it('are told apart however the bytes arrive', async () => {
    expect(await told([whole])).toEqual(expected);
    expect(await told([...whole].map(byte => Buffer.from([byte])))).toEqual(
      expected,
    );
  });

  it('are never silently short or wrong', async () => {
    await expect(told([whole.subarray(0, -1)])).rejects.toThrow(
      'inside a frame',
    );
    await expect(told([Buffer.from('@RSYNCD: 31.0\n')])).rejects.toThrow(
      'no frame',
    );
  });
});
