/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleMigration, exampleVolume } from '../testing/examples';
import { proofOf } from './proofOf';

const proof = (files: number, differences: number) => ({
  mode: 'full' as const,
  files,
  directories: 1,
  bytes: files * 10,
  differences,
  verifiedAt: '2026-11-23T17:04:00.000Z',
});

describe('proofOf', () => {
  it('is nothing when nothing was compared', () => {
    expect(proofOf(exampleMigration())).toBeUndefined();
  });

  it('adds up volumes and holds only without any difference', () => {
    const volumes = [2, 3].map(files =>
      exampleVolume({ proof: proof(files, 0) }),
    );
    const objects = { expected: 7, present: 7, different: 0 };
    expect(proofOf(exampleMigration({ volumes, objects }))).toMatchObject({
      files: 5,
      bytes: 50,
      allDifferences: 0,
      holds: true,
    });
    for (const spoiled of [
      { volumes: [...volumes, exampleVolume({ proof: proof(1, 1) })] },
      { objects: { ...objects, different: 1 } },
      { objects: { ...objects, present: 6 } },
    ]) {
      expect(
        proofOf(exampleMigration({ volumes, objects, ...spoiled })),
      ).toMatchObject({ allDifferences: 1, holds: false });
    }
  });

  it('adds up what was read before the application was stopped', () => {
    const volumes = [5, undefined].map(bytes =>
      exampleVolume({
        proof: {
          ...proof(1, 0),
          ...(bytes && {
            notReadAgain: { files: 1, bytes, since: '2026-11-23T17:00:00Z' },
          }),
        },
      }),
    );
    expect(proofOf(exampleMigration({ volumes }))).toMatchObject({
      bytes: 20,
      bytesReadBefore: 5,
    });
  });

  it('tells a final pass that began before the last writer was gone', () => {
    const of = (finalPassStartedAt: string) =>
      proofOf(
        exampleMigration({
          objects: { expected: 0, present: 0, different: 0 },
          cutover: {
            writersGoneAt: '2026-11-23T17:03:05.000Z',
            finalPassStartedAt,
          },
        }),
      )?.writersGoneFirst;
    expect(of('2026-11-23T17:03:06.000Z')).toBe(true);
    expect(of('2026-11-23T17:03:04.000Z')).toBe(false);
  });
});
