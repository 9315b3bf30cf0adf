/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageMessage,
  ImageProgress,
} from '@namespace-migration/plugin-migration-common';
import { progressOf } from './progressOf';

const start: ImageProgress = {
  reference: 'a:5000/web:1',
  target: 'b:5000/web:1',
  state: 'pending',
};
const facts = {
  digest: 'sha256:1',
  platforms: ['linux/amd64'],
  blobs: 3,
  sizeBytes: 300,
  missingBytes: 200,
  attached: [],
  present: false,
};
const after = (
  current: ImageProgress,
  ...messages: Array<
    ImageMessage extends infer M
      ? M extends any
        ? Omit<M, 'type' | 'image'>
        : never
      : never
  >
) =>
  messages.reduce(
    (progress, message) =>
      progressOf(progress, {
        type: 'image',
        image: start.reference,
        time: '2026-11-30T10:00:00Z',
        migrationId: 'm',
        fencingToken: 1,
        ...message,
      } as any),
    current,
  );

describe('progressOf', () => {
  const inspected = after(start, { event: 'inspected', facts });

  it('takes over what was seen', () => {
    expect(inspected).toMatchObject({
      state: 'inspected',
      digest: 'sha256:1',
      sizeBytes: 300,
      bytesTotal: 200,
      destination: 'pullable',
    });
    expect(
      after(start, { event: 'inspected', facts: { ...facts, present: true } }),
    ).toMatchObject({ destination: 'present' });
  });

  it('has no bytes to send of an image that stays', () => {
    const { target, ...stays } = start;
    expect(
      after(stays, { event: 'inspected', facts }).bytesTotal,
    ).toBeUndefined();
  });

  it('goes on to the proof', () => {
    expect(
      after(
        inspected,
        { event: 'progress', bytesDone: 50, bytesTotal: 200 },
        {
          event: 'copied',
          bytesTotal: 200,
          blobs: 3,
          blobsSkipped: 1,
          attempts: 2,
          seconds: 1,
        },
        { event: 'verified', manifests: 1, blobs: 3 },
      ),
    ).toMatchObject({
      state: 'verified',
      bytesDone: 200,
      attempts: 2,
      verifiedAt: '2026-11-30T10:00:00Z',
    });
  });

  it('keeps why it was given up, until it is looked at again', () => {
    const failed = after(inspected, {
      event: 'failed',
      reason: 'RegistryFull',
      message: 'm',
    });
    expect(failed).toMatchObject({
      state: 'failed',
      failure: { type: 'RegistryFull', category: 'Critical', message: 'm' },
    });
    expect(
      after(failed, { event: 'inspected', facts }).failure,
    ).toBeUndefined();
  });
});
