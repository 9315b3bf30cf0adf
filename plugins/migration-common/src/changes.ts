/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Where the signals service tells of changes, as `ChangeSignal`. */
export const CHANGES_CHANNEL = 'migration';

/**
 * What has changed, by ids alone: everybody receives it, whatever they may read. With a migration something of that
 * migration has changed, its progress for example; without one the plan itself, or the state that its migrations give it.
 * A wave changes by what is written of it; what its plans do comes as changes of these.
 */
export type Change =
  | { planId: string; migrationId?: string; waveId?: undefined }
  | { waveId: string; planId?: undefined; migrationId?: undefined };

/** At most one in a second. One without changes says that signals arrive; it comes when there were none for a while. */
export type ChangeSignal = {
  changes: Change[];
};

/** Without a signal for so long, signals are not relied on. Twice the pause between those that only say so. */
export const SIGNALS_SILENT_MS = 45_000;
export const SIGNALS_HEARTBEAT_MS = 20_000;
