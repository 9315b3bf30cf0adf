/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MoverFailure,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { quantityOf } from './quantityOf';

const MIB = 1024 * 1024;
/** File systems keep some of their size for themselves. */
const HEADROOM = 1.1;

/** What people read of a mover's failure over this volume. */
export function conditionOf(
  failure: MoverFailure,
  volume: PlannedVolume,
): Condition {
  if (failure.reason !== 'NoSpaceOnDestination' || !failure.needed) {
    return {
      type: failure.reason,
      category: 'Critical',
      message: failure.message,
    };
  }
  const { bytes, files } = failure.needed;
  const size = Math.ceil((bytes * HEADROOM) / MIB) * MIB;
  const { target } = volume;
  return {
    type: 'DestinationFull',
    category: 'Critical',
    message: `The volume of claim ${target.namespace}/${
      target.claim
    } is full: it was planned with ${
      target.sizeBytes
    } bytes, and ${bytes} bytes in ${files} files lie on its source ${
      volume.namespace
    }/${
      volume.claim
    }. Give the destination a volume that really holds ${quantityOf(
      Math.max(size, target.sizeBytes),
    )} and that many files, and start the migration again; what is copied stays. The mover said: ${
      failure.message
    }`,
  };
}
