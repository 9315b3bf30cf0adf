/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationPhase } from '@namespace-migration/plugin-migration-common';

export interface Wait {
  /** What the phase waits for, in the engine's words. */
  what: string;
  /** How long it may still last; only when that is soon enough to matter. */
  atMostSeconds?: number;
}

const SOON = 3600;

/** What a phase that runs waits for. */
export function waitOf(
  { waitingFor, endedAt, deadline }: MigrationPhase,
  now: number,
): Wait | undefined {
  if (!waitingFor || endedAt) {
    return undefined;
  }
  const seconds = deadline ? (Date.parse(deadline) - now) / 1000 : 0;
  return {
    what: waitingFor,
    atMostSeconds: seconds > 0 && seconds < SOON ? seconds : undefined,
  };
}
