/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  ImageProgress,
} from '@namespace-migration/plugin-migration-common';
import { ImageLine } from './runImageMover';

/** What a line of a mover makes of an image's progress. Pure. */
export function progressOf(
  current: ImageProgress,
  line: ImageLine,
): ImageProgress {
  switch (line.event) {
    case 'inspected': {
      const { facts } = line;
      return {
        ...current,
        state: 'inspected',
        digest: facts.digest,
        platforms: facts.platforms,
        sizeBytes: facts.sizeBytes,
        blobs: facts.blobs,
        bytesTotal:
          current.target === undefined ? undefined : facts.missingBytes,
        attached: facts.attached.length > 0 ? facts.attached : undefined,
        targetTagDigest: facts.targetTagDigest,
        destination: facts.present ? 'present' : 'pullable',
        failure: undefined,
      };
    }
    case 'targetInspected':
      return {
        ...current,
        targetTagDigest: line.targetTagDigest,
        destination: line.present ? 'present' : 'unknown',
        bytesTotal: line.present ? 0 : current.sizeBytes,
      };
    case 'progress':
      return {
        ...current,
        state: 'copying',
        bytesDone: line.bytesDone,
        bytesTotal: line.bytesTotal,
      };
    case 'copied':
      return {
        ...current,
        state: 'copied',
        bytesDone: line.bytesTotal,
        bytesTotal: line.bytesTotal,
        blobs: line.blobs,
        blobsSkipped: line.blobsSkipped,
        attempts: line.attempts,
        seconds: line.seconds,
      };
    case 'verified':
      return { ...current, state: 'verified', verifiedAt: line.time };
    case 'failed':
      return { ...current, state: 'failed', failure: failureOf(line) };
    default:
      return current;
  }
}

function failureOf(line: ImageLine & { event: 'failed' }): Condition {
  return {
    type: line.reason,
    category: 'Critical',
    message: line.message,
  };
}
