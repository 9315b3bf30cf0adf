/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration } from '@namespace-migration/plugin-migration-common';
import { Tone } from './planStatus';

const tones: Record<Migration['state'], Tone | 'idle'> = {
  Queued: 'pending',
  Running: 'running',
  Canceling: 'running',
  Completed: 'ok',
  Failed: 'error',
  Canceled: 'idle',
};

const titles: Record<Migration['type'], string> = {
  stage: 'Stage',
  cutover: 'Cutover',
  rollback: 'Rollback',
  networkProbe: 'Network probe',
};

/** A migration's type in words, and how its state is to be coloured. */
export function migrationStatus({
  type,
  state,
}: Pick<Migration, 'type' | 'state'>): { title: string; tone: Tone | 'idle' } {
  return { title: titles[type], tone: tones[state] };
}
