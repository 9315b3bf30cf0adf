/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PreflightCheck } from '@namespace-migration/plugin-migration-node';

/** The checks of this portal, in the order in which they are shown. */
export class PreflightChecks {
  private readonly checks: PreflightCheck[] = [];

  constructor(checks: PreflightCheck[]) {
    this.add(...checks);
  }

  add(...checks: PreflightCheck[]): void {
    for (const check of checks) {
      if (this.checks.some(({ name }) => name === check.name)) {
        throw new Error(
          `There are two preflight checks named ${check.name}; rename one`,
        );
      }
      this.checks.push(check);
    }
  }

  all(): readonly PreflightCheck[] {
    return this.checks;
  }
}
