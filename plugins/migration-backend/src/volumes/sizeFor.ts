/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { proposedSize, smallestSize } from './proposedSize';

export interface SizeOptions {
  resizeVolumes: boolean;
  resizeThresholdPercent: number;
}

/** The size that the destination claim gets, with what a person should know; or why it cannot be had. */
export function sizeFor(
  volume: PlannedVolume,
  usage: VolumeProgress['usage'],
  options: SizeOptions,
):
  | { bytes: number; warning?: { reason: string; message: string } }
  | { condition: Condition } {
  const planned = volume.target.sizeBytes;
  if (!usage) {
    return { bytes: planned };
  }
  const { usedBytes } = usage;
  const claim = `${volume.namespace}/${volume.claim}`;
  const thresholdPercent = options.resizeThresholdPercent;
  const smallest = smallestSize(usedBytes, thresholdPercent);
  if (planned < Math.max(volume.requestedBytes, volume.capacityBytes)) {
    if (usage.unreadable) {
      return {
        condition: {
          type: 'UsageUnknown',
          category: 'Critical',
          message: `Claim ${claim} is to be shrunk, and ${usage.unreadable} of its directories cannot be read by a mover that is not root: nobody knows what it holds. Let movers run as root in that namespace (moverSecurity), or plan the size that it has.`,
        },
      };
    }
    return planned >= smallest
      ? { bytes: planned }
      : {
          condition: {
            type: 'DestinationTooSmall',
            category: 'Critical',
            message: `Claim ${claim} holds ${usedBytes} bytes and is to be shrunk to ${planned}. Plan a size of at least ${smallest}.`,
          },
        };
  }
  const proposed = proposedSize({ ...volume, usedBytes, thresholdPercent });
  if (proposed.bytes <= planned) {
    return { bytes: planned };
  }
  const found = `Claim ${claim} holds ${usedBytes} bytes of ${volume.capacityBytes}`;
  return options.resizeVolumes
    ? {
        bytes: proposed.bytes,
        warning: {
          reason: 'VolumeResized',
          message: `${found}; its copy gets ${proposed.bytes} instead of ${planned}. Plan a size to choose another.`,
        },
      }
    : {
        bytes: planned,
        warning: {
          reason: 'UsageExceeded',
          message: `${found}, less than ${thresholdPercent} percent are free. Its copy may fill up: plan a size of ${proposed.bytes}, or resizeVolumes.`,
        },
      };
}
