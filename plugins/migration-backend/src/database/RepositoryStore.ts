/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Repository,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';

export interface StoredRepository {
  repository: Repository;
  /** With credentials, decrypted. Never leaves the backend but in a mover's Secret. */
  location: RepositoryLocation;
}

export interface RepositoryStore {
  list(): Promise<Repository[]>;
  get(name: string): Promise<StoredRepository | undefined>;
  /** @throws ConflictError when the name is taken */
  insert(input: {
    name: string;
    title?: string;
    location: RepositoryLocation;
    status: Repository['status'];
  }): Promise<void>;
  update(
    name: string,
    change: Partial<{
      title: string;
      location: RepositoryLocation;
      status: Repository['status'];
    }>,
  ): Promise<void>;
  delete(name: string): Promise<void>;
  /** The password of the plan's data there; made at the first call, and from then on the plan is known to have data. */
  passwordOf(planId: string, repository: string): Promise<string>;
  /** Repositories in which a plan has data. */
  withDataOf(planId: string): Promise<string[]>;
  /** Names of plans that have data in a repository. */
  plansWithData(repository: string): Promise<string[]>;
  /** After the data is gone. */
  forgetData(planId: string, repository: string): Promise<void>;
}
