/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { isSecretName } from '../database/DatabaseHookRuns';

/** Shorter ones are no secrets, and would tear every text apart. */
const SHORTEST = 4;

/** What no text that is kept may have: values of headers, and of outputs that are secret by their name. */
export function secretsOf(
  hook: Partial<HookInput>,
  outputs: Record<string, string>,
): string[] {
  const headers = Object.values(hook.http?.headers ?? {}).flatMap(value => [
    value,
    // of 'Bearer abc' also 'abc'
    ...value.split(/\s+/).slice(1),
  ]);
  const named = Object.entries(outputs)
    .filter(([name]) => isSecretName(name))
    .map(([, value]) => value);
  return [...headers, ...named]
    .filter(value => value.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
}

export function redact(text: string, secrets: string[]): string {
  return secrets.reduce(
    (result, secret) => result.split(secret).join('***'),
    text,
  );
}
