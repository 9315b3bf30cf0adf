/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Migration,
  ObjectCounts,
} from '@namespace-migration/plugin-migration-common';

export interface Proof {
  volumes: number;
  files: number;
  bytes: number;
  /** Of these, read while the application still ran and not again, because nothing changed. */
  bytesReadBefore: number;
  differences: number;
  objects?: ObjectCounts;
  /** From stopping the application on the source to its health on the destination. */
  downtimeSeconds?: number;
  /** The last pass began after the last writer was gone; undefined when either is not recorded. */
  writersGoneFirst?: boolean;
  /** In volumes and objects together, missing objects included. */
  allDifferences: number;
  /** Nothing differs, neither in a volume nor in an object. */
  holds: boolean;
}

/** What the comparisons of both sides said; undefined when nothing was compared. */
export function proofOf(migration: Migration): Proof | undefined {
  const proofs = migration.volumes
    .map(({ proof }) => proof)
    .filter(proof => proof !== undefined);
  const { cutover, objects } = migration;
  if (proofs.length === 0 && !objects) {
    return undefined;
  }
  const sum = (of: (proof: (typeof proofs)[number]) => number) =>
    proofs.reduce((total, proof) => total + of(proof), 0);
  const differences = sum(proof => proof.differences);
  // the API counts an object that is missing as different too
  const allDifferences =
    differences +
    (objects
      ? Math.max(objects.different, objects.expected - objects.present)
      : 0);
  // the phase's begin, because the record's quiescedAt is its end
  const stoppedAt =
    migration.phases.find(({ phase }) => phase === 'QuiesceSource')
      ?.startedAt ?? cutover?.quiescedAt;
  return {
    volumes: proofs.length,
    files: sum(proof => proof.files),
    bytes: sum(proof => proof.bytes),
    bytesReadBefore: sum(proof => proof.notReadAgain?.bytes ?? 0),
    differences,
    objects,
    downtimeSeconds:
      stoppedAt && cutover?.healthyAt
        ? (Date.parse(cutover.healthyAt) - Date.parse(stoppedAt)) / 1000
        : undefined,
    writersGoneFirst:
      cutover?.writersGoneAt && cutover.finalPassStartedAt
        ? Date.parse(cutover.writersGoneAt) <=
          Date.parse(cutover.finalPassStartedAt)
        : undefined,
    allDifferences,
    holds: allDifferences === 0,
  };
}
