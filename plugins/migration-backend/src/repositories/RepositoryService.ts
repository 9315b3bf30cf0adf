/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Condition,
  Repository,
  RepositoryInput,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';
import isEqual from 'lodash/isEqual';
import { RepositoryStore, StoredRepository } from '../database/RepositoryStore';
import { folderOf } from './keys';
import { keepSecrets } from './keepSecrets';
import { PlanRepository } from './PlanRepository';
import { checkLocation, providerOf } from './providers';
import { removeFolder } from './removeFolder';
import { testStorage } from './testStorage';

export interface RepositoryServiceOptions {
  store: RepositoryStore;
  /** Names of plans that name a repository. */
  usedBy(repository: string): Promise<string[]>;
}

/** Fields that say where data lies. */
const places = [
  'provider',
  'bucket',
  'prefix',
  'account',
  'container',
] as const;

/** Registration of replication repositories, and what plans keep in them. */
export class RepositoryService {
  constructor(private readonly options: RepositoryServiceOptions) {}

  list(): Promise<Repository[]> {
    return this.options.store.list();
  }

  async get(name: string): Promise<Repository> {
    return (await this.stored(name)).repository;
  }

  /** @throws InputError naming the field, or with the failed test's condition; then nothing was kept */
  async register(input: RepositoryInput): Promise<Repository> {
    if (await this.options.store.get(input.name)) {
      throw new ConflictError(
        `A repository named ${input.name} is registered already; choose another name or update that one`,
      );
    }
    const status = await this.test(input);
    await this.options.store.insert({
      name: input.name,
      title: input.title,
      location: input.location,
      status,
    });
    return this.get(input.name);
  }

  /** A secret that is not given stays what it is. */
  async update(name: string, given: RepositoryInput): Promise<Repository> {
    const { location } = await this.stored(name);
    if (given.name !== name) {
      throw new InputError(
        `name: repository ${name} cannot be renamed to ${given.name}; register a new one`,
      );
    }
    const input = {
      ...given,
      location: keepSecrets(given.location, location),
    };
    const moved = places.find(
      field => location[field] !== input.location[field],
    );
    const plans = moved ? await this.options.store.plansWithData(name) : [];
    if (plans.length > 0) {
      throw new ConflictError(
        `location.${moved}: plans ${plans
          .slice(0, 10)
          .join(
            ', ',
          )} have data there, which would be lost sight of; finish or delete them first, or register a new repository`,
      );
    }
    const status = await this.test(input);
    await this.options.store.update(name, {
      title: input.title,
      location: input.location,
      status,
    });
    return this.get(name);
  }

  async remove(name: string): Promise<void> {
    await this.stored(name);
    const plans = new Set([
      ...(await this.options.usedBy(name)),
      ...(await this.options.store.plansWithData(name)),
    ]);
    if (plans.size > 0) {
      throw new ConflictError(
        `Repository ${name} is used by plans ${[...plans]
          .slice(0, 10)
          .join(', ')}; delete them or name another repository in them first`,
      );
    }
    await this.options.store.delete(name);
  }

  async refresh(name: string): Promise<Repository> {
    const { location } = await this.stored(name);
    await this.options.store.update(name, {
      status: await testStorage(name, location),
    });
    return this.get(name);
  }

  /** What would stop a plan of which this goes through it. */
  async check(
    name: string,
    use: { volumes: boolean; images: boolean },
  ): Promise<Condition[]> {
    if (!use.volumes && !use.images) {
      return [];
    }
    const found = await this.options.store.get(name);
    if (!found) {
      return [
        {
          type: 'RepositoryNotFound',
          category: 'Critical',
          field: 'repository',
          message: `There is no replication repository named ${name}. Register it, or name another one in the plan.`,
        },
      ];
    }
    if (use.images && !providerOf(found.location).registry) {
      return [
        {
          type: 'RepositoryWithoutImages',
          category: 'Critical',
          field: 'images.copyMethod',
          message: `Images cannot be copied through replication repository ${name}, which is of provider ${found.location.provider}. Name one of provider s3 in the plan, or copy them directly (copyMethod direct).`,
        },
      ];
    }
    const { conditions } = await testStorage(name, found.location);
    return conditions.map(condition => ({ ...condition, field: 'repository' }));
  }

  /** Whether it is registered, and with just this location. */
  async compare(input: RepositoryInput): Promise<'absent' | 'same' | 'other'> {
    const found = await this.options.store.get(input.name);
    if (!found) {
      return 'absent';
    }
    return isEqual(found.location, input.location) ? 'same' : 'other';
  }

  ofPlan(planId: string, name: string): PlanRepository {
    return {
      name,
      restic: async volume => {
        const { location } = await this.stored(name);
        return {
          name,
          ...providerOf(location).restic(
            location,
            `${folderOf(location, planId)}/${volume}`,
          ),
          password: await this.options.store.passwordOf(planId, name),
          caBundle: location.caBundle,
        };
      },
      registry: async () => {
        const { location } = await this.stored(name);
        const storage = providerOf(location).registry?.(
          location,
          `${folderOf(location, planId)}/images`,
        );
        if (!storage) {
          throw new ConflictError(
            `Replication repository ${name} is of provider ${location.provider}, through which images cannot be copied; name one of provider s3 in the plan, or copy them directly`,
          );
        }
        // the plan has data from here on
        await this.options.store.passwordOf(planId, name);
        return { storage, caBundle: location.caBundle };
      },
      removeVolume: async volume => {
        const { location } = await this.stored(name);
        await this.removeFolder(
          location,
          `${folderOf(location, planId)}/${volume}`,
        );
      },
    };
  }

  /**
   * Removes all that a plan has in any repository.
   * @returns the names of the repositories
   * @throws naming the repository, when it does not answer; what it has stays known
   */
  async removeDataOf(planId: string): Promise<string[]> {
    const names = await this.options.store.withDataOf(planId);
    for (const name of names) {
      const { location } = await this.stored(name);
      try {
        await this.removeFolder(location, folderOf(location, planId));
      } catch (error) {
        throw new ConflictError(
          `What the plan has in replication repository ${name} could not be removed: ${
            (error as Error).message
          }. Test the repository, and try again.`,
        );
      }
      await this.options.store.forgetData(planId, name);
    }
    return names;
  }

  private removeFolder(location: RepositoryLocation, folder: string) {
    return removeFolder(providerOf(location).open(location), folder);
  }

  private async stored(name: string): Promise<StoredRepository> {
    const found = await this.options.store.get(name);
    if (!found) {
      throw new NotFoundError(
        `There is no repository named ${name}; register it first`,
      );
    }
    return found;
  }

  private async test({ name, location }: RepositoryInput) {
    checkLocation(location);
    const status = await testStorage(name, location);
    const [failure] = status.conditions;
    if (failure) {
      throw new InputError(`location: ${failure.message}`);
    }
    return status;
  }
}
