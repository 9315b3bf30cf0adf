/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { SignalApi } from '@backstage/plugin-signals-react';
import {
  Change,
  CHANGES_CHANNEL,
  ChangeSignal,
  SIGNALS_SILENT_MS,
} from '@namespace-migration/plugin-migration-common';

type Listener = (changes: Change[]) => void;

/** The backend's signals of changes. It knows whether they arrive: a connection may be there and nobody at its other end. */
export class ChangeSource {
  private readonly listeners = new Set<Listener>();
  private subscription?: { unsubscribe(): void };
  private heardAt = -Infinity;

  constructor(private readonly signals: SignalApi) {}

  /** Signals have arrived lately, so that the next change will be told. */
  get arrives(): boolean {
    return Date.now() - this.heardAt < SIGNALS_SILENT_MS;
  }

  /** @returns what ends it */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.subscription ??= this.signals.subscribe<ChangeSignal>(
      CHANGES_CHANNEL,
      ({ changes }) => {
        this.heardAt = Date.now();
        if (changes?.length) {
          [...this.listeners].forEach(each => each(changes));
        }
      },
    );
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.subscription?.unsubscribe();
        this.subscription = undefined;
        // what is told from here on is not heard
        this.heardAt = -Infinity;
      }
    };
  }
}
