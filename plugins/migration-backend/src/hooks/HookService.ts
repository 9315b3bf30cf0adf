/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Hook, HookInput } from '@namespace-migration/plugin-migration-common';
import {
  DatabaseHookStore,
  HIDDEN,
  StoredHook,
} from '../database/DatabaseHookStore';
import { checkHook } from './checkHook';

/** Registration of hooks. */
export class HookService {
  constructor(private readonly store: DatabaseHookStore) {}

  async list(): Promise<Hook[]> {
    return Promise.all((await this.store.list()).map(hook => this.view(hook)));
  }

  /** @throws NotFoundError */
  async get(name: string): Promise<Hook> {
    return this.view(await this.stored(name));
  }

  /** @throws InputError naming the field; ConflictError when the name is taken */
  async register(input: HookInput): Promise<Hook> {
    checkHook(input);
    refuseHidden(input);
    await this.store.insert(input);
    return this.get(input.name);
  }

  async update(name: string, input: HookInput): Promise<Hook> {
    const known = await this.stored(name);
    if (input.name !== name) {
      throw new InputError(
        `name: hook ${name} cannot be renamed to ${input.name}; register a new one`,
      );
    }
    const kept = keepingHidden(input, known.input);
    checkHook(kept);
    refuseHidden(kept);
    await this.store.update(kept);
    return this.get(name);
  }

  async remove(name: string): Promise<void> {
    await this.stored(name);
    const plans = await this.store.plansWith(name);
    if (plans.length > 0) {
      throw new ConflictError(
        `Hook ${name} is used by plans ${plans
          .slice(0, 10)
          .join(', ')}; take it out of them or delete them first`,
      );
    }
    await this.store.delete(name);
  }

  /** For a plan's check: the hook as it may be shown. */
  async find(name: string): Promise<HookInput | undefined> {
    return (await this.store.get(name))?.shown;
  }

  /** For a migration that begins. */
  snapshot(names: string[]): Promise<string> {
    return this.store.snapshot(names);
  }

  private async stored(name: string): Promise<StoredHook> {
    const found = await this.store.get(name);
    if (!found) {
      throw new NotFoundError(
        `There is no hook named ${name}; register it first`,
      );
    }
    return found;
  }

  private async view({
    shown,
    createdAt,
    updatedAt,
  }: StoredHook): Promise<Hook> {
    const plans = await this.store.plansWith(shown.name);
    return { ...shown, plans, createdAt, updatedAt };
  }
}

function keepingHidden(input: HookInput, known: HookInput): HookInput {
  if (!input.http?.headers) {
    return input;
  }
  // a stored value goes to none but the host that it was given for
  const before =
    known.http && originOf(known.http.url) === originOf(input.http.url)
      ? known.http.headers ?? {}
      : {};
  const headers = Object.fromEntries(
    Object.entries(input.http.headers).map(([name, value]) => [
      name,
      value === HIDDEN ? before[name] ?? value : value,
    ]),
  );
  return { ...input, http: { ...input.http, headers } };
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function refuseHidden({ http }: HookInput): void {
  const [unknown] = Object.entries(http?.headers ?? {}).find(
    ([, value]) => value === HIDDEN,
  ) ?? [undefined];
  if (unknown !== undefined) {
    throw new InputError(
      `http.headers: there is no stored value of ${unknown} for this URL's host that *** could stand for; give it`,
    );
  }
}
