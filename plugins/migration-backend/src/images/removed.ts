/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageProgress } from '@namespace-migration/plugin-migration-common';
import {
  ImageToCopy,
  StepResult,
} from '@namespace-migration/plugin-migration-node';

/**
 * What an engine's removal came to: how many images are gone, and why others are not. Of a removal that failed as a whole
 * nothing is known, so that none counts. Pure.
 */
export function removed(
  images: ImageToCopy[],
  result: Exclude<StepResult, { state: 'waiting' }>,
  progress: ImageProgress[],
): { amount: number; reasons: string[] } {
  if (result.state === 'failed') {
    return {
      amount: 0,
      reasons: result.conditions.map(({ message }) => message),
    };
  }
  const failed = progress.filter(
    ({ reference, failure }) =>
      failure && images.some(image => image.reference === reference),
  );
  const left = new Set(failed.map(({ reference }) => reference));
  return {
    amount: images.filter(({ reference }) => !left.has(reference)).length,
    reasons: failed.map(({ failure }) => failure!.message),
  };
}
