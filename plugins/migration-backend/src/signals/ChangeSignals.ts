/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Change,
  ChangeSignal,
  SIGNALS_HEARTBEAT_MS,
} from '@namespace-migration/plugin-migration-common';

/** Writes of one step come together: what they change is told once. */
const GATHER_MS = 100;
const EVERY_MS = 1_000;

/**
 * Tells of changes: at once, but not more than one signal in a second, with each changed thing once. So a thousand
 * running migrations are one signal in a second too.
 */
export class ChangeSignals {
  private readonly waiting = new Map<string, Change>();
  private timer?: NodeJS.Timeout;
  private heartbeat?: NodeJS.Timeout;
  private toldAt = -Infinity;

  /** @param publish never throws: who misses a signal asks by himself later */
  constructor(private readonly publish: (signal: ChangeSignal) => void) {}

  start(): void {
    this.tell();
    this.heartbeat = setInterval(() => {
      if (Date.now() - this.toldAt >= SIGNALS_HEARTBEAT_MS / 2) {
        this.tell();
      }
    }, SIGNALS_HEARTBEAT_MS).unref();
  }

  stop(): void {
    clearInterval(this.heartbeat);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  readonly changed = (change: Change): void => {
    this.waiting.set(
      change.waveId ?? `${change.planId} ${change.migrationId ?? ''}`,
      change,
    );
    this.timer ??= setTimeout(
      () => this.tell(),
      Math.max(GATHER_MS, this.toldAt + EVERY_MS - Date.now()),
    ).unref();
  };

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.toldAt = Date.now();
    const changes = [...this.waiting.values()];
    this.waiting.clear();
    this.publish({ changes });
  }
}
