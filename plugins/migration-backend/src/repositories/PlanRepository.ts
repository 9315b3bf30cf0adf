/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ResticRepository,
  StagingRegistry,
} from '@namespace-migration/plugin-migration-common';

/** A replication repository as one plan sees it. */
export interface PlanRepository {
  name: string;
  /** What a mover needs for the restic repository of a volume. From the first call on the plan is known to have data. */
  restic(volume: string): Promise<ResticRepository>;
  /**
   * What a mover needs for a registry over the plan's folder. From the first call on the plan is known to have data.
   * @throws when the provider has no driver for it
   */
  registry(): Promise<Omit<StagingRegistry, 'access'>>;
  /** Removes what is kept of one volume. */
  removeVolume(volume: string): Promise<void>;
}
