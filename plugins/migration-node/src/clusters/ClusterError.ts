/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** An answer of an API server other than success, or no answer at all. Never holds a credential. */
export class ClusterError extends Error {
  readonly name = 'ClusterError';
  constructor(
    message: string,
    /** HTTP status; 0 when there was no answer. */
    readonly statusCode: number,
    /** `reason` of the Kubernetes Status, for example AlreadyExists; or the network error's code. */
    readonly reason: string,
    readonly cluster: string,
    /** `details.causes` of the Status. */
    readonly causes: Array<{
      field?: string;
      message?: string;
      reason?: string;
    }> = [],
    /** The API server's own words, without ours about them. */
    readonly said: string = message,
  ) {
    super(message);
  }

  /** Worth trying again: nobody refused it, somebody was busy or away. */
  get transient(): boolean {
    return (
      this.statusCode === 0 || this.statusCode === 429 || this.statusCode >= 500
    );
  }
}
