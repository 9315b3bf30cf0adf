/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TunnelBroker, TunnelBrokerOptions } from './tunnelBroker';

/**
 * The tunnels that this process carries, one per source mover. Nothing of them is stored: whoever leads the
 * migration next opens them again when it looks at the mover, and the mover's own retries bridge the gap.
 */
export class Tunnels {
  private readonly brokers = new Map<
    string,
    { migrationId: string; broker: TunnelBroker }
  >();

  /** Opens the tunnel of a mover unless it is open. */
  ensure(mover: string, migrationId: string, options: TunnelBrokerOptions) {
    if (!this.brokers.has(mover)) {
      const broker = new TunnelBroker(options);
      this.brokers.set(mover, { migrationId, broker });
      broker.start();
    }
  }

  async close(mover: string): Promise<void> {
    const found = this.brokers.get(mover);
    this.brokers.delete(mover);
    await found?.broker.stop();
  }

  /** When this process leads the migration no longer. */
  async closeAllOf(migrationId: string): Promise<void> {
    await Promise.all(
      [...this.brokers]
        .filter(([, carried]) => carried.migrationId === migrationId)
        .map(([mover]) => this.close(mover)),
    );
  }
}
