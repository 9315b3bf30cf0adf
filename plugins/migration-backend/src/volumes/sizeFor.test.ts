/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { sizeFor } from './sizeFor';

const MI = 2 ** 20;
const volume = (sizeBytes: number) =>
  ({
    namespace: 'shop',
    claim: 'data',
    requestedBytes: 100 * MI,
    capacityBytes: 100 * MI,
    target: { sizeBytes },
  } as PlannedVolume);
const options = { resizeVolumes: false, resizeThresholdPercent: 3 };
const usage = (mi: number) => ({ usedBytes: mi * MI, files: 1 });

describe('sizeFor', () => {
  it('is as planned while there is room', () => {
    expect(sizeFor(volume(100 * MI), usage(50), options)).toEqual({
      bytes: 100 * MI,
    });
    expect(sizeFor(volume(100 * MI), undefined, options)).toEqual({
      bytes: 100 * MI,
    });
  });

  it('warns of a full volume, and grows it only when the plan says so', () => {
    expect(sizeFor(volume(100 * MI), usage(99), options)).toEqual({
      bytes: 100 * MI,
      warning: {
        reason: 'UsageExceeded',
        message: expect.stringContaining('resizeVolumes'),
      },
    });
    expect(
      sizeFor(volume(100 * MI), usage(99), { ...options, resizeVolumes: true }),
    ).toEqual({
      bytes: 102 * MI,
      warning: {
        reason: 'VolumeResized',
        message: expect.stringContaining('instead of'),
      },
    });
  });

  it('does not shrink what could not be counted', () => {
    const blind = { ...usage(1), unreadable: 2 };
    expect(sizeFor(volume(60 * MI), blind, options)).toMatchObject({
      condition: { type: 'UsageUnknown' },
    });
    expect(sizeFor(volume(100 * MI), blind, options)).toEqual({
      bytes: 100 * MI,
    });
  });

  it('lets a volume be shrunk to what is proven to hold it, and not below', () => {
    expect(sizeFor(volume(60 * MI), usage(50), options)).toEqual({
      bytes: 60 * MI,
    });
    expect(sizeFor(volume(51 * MI), usage(50), options)).toMatchObject({
      condition: {
        type: 'DestinationTooSmall',
        message: expect.stringContaining(String(Math.ceil(51.5 * MI))),
      },
    });
  });
});
