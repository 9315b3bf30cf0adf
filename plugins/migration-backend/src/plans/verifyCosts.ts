/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';

type VerifyCost = NonNullable<PlannedVolume['verifyCosts']>[number];

/**
 * What each kind of proof would read of a volume, on each side, and how long that took before. Nothing is guessed: where
 * no proof of this plan has run yet there are no seconds.
 * @param last of the plan's last migration
 */
export function verifyCosts(
  volume: Pick<PlannedVolume, 'namespace' | 'claim' | 'capacityBytes'>,
  last: VolumeProgress[],
  samplePercent: number,
): VerifyCost[] {
  const own = last.find(
    ({ namespace, claim }) =>
      namespace === volume.namespace && claim === volume.claim,
  );
  const measured =
    own?.proof?.bytes ?? own?.bytesTotal ?? own?.usage?.usedBytes;
  const bytes = measured ?? volume.capacityBytes;
  const basis = measured === undefined ? 'capacity' : 'measured';
  const rate = rateOf(own ? [own] : []) ?? rateOf(last);
  const shares = { full: 1, sample: samplePercent / 100, metadata: 0 };
  return (['full', 'sample', 'metadata'] as const).map(mode => {
    const read = Math.round(bytes * shares[mode]);
    return {
      mode,
      bytes: read,
      basis,
      ...(rate && { seconds: Math.ceil(read / rate) }),
    };
  });
}

/** Bytes in a second, of proofs that read all of it after the application was stopped. */
function rateOf(volumes: VolumeProgress[]): number | undefined {
  const proofs = volumes.flatMap(({ proof }) =>
    proof?.mode === 'full' && !proof.notReadAgain ? [proof] : [],
  );
  const seconds = proofs.reduce((sum, proof) => sum + (proof.seconds ?? 0), 0);
  const bytes = proofs.reduce((sum, proof) => sum + proof.bytes, 0);
  return seconds > 0 && bytes > 0 ? bytes / seconds : undefined;
}
