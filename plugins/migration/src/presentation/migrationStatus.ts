/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration } from '@namespace-migration/plugin-migration-common';
import type { Translate } from '../translation';
import { Tone } from './planStatus';

const tones: Record<Migration['state'], Tone | 'idle'> = {
  Queued: 'pending',
  Running: 'running',
  Canceling: 'running',
  Completed: 'ok',
  Failed: 'error',
  Canceled: 'idle',
};

/** A migration's type and state in words, and how its state is to be coloured. */
export function migrationStatus(
  { type, state }: Pick<Migration, 'type' | 'state'>,
  t: Translate,
): { title: string; label: string; tone: Tone | 'idle' } {
  return {
    title: t(`states.types.${type}`),
    label: t(`states.migrations.${state}`),
    tone: tones[state],
  };
}
