/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookInput,
  HookPhase,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';

export const DEFAULT_DEADLINE_SECONDS = 1800;
/** MTC gives a hook up at its sixth failed pod. */
export const DEFAULT_RETRIES = 5;

/** One hook at one moment of one migration. */
export interface HookCall {
  owner: { migrationId: string; planId: string; fencingToken: number };
  plan: string;
  phase: HookPhase;
  /** Among the hooks of its phase. */
  position: number;
  hook: HookInput;
  /** Where its pod runs, and as whom. */
  cluster: ClusterClient;
  namespace: string;
  serviceAccount?: string;
  /** What every hook is told. */
  environment: Record<string, string>;
  /** Of the hooks before it. */
  outputs: Record<string, string>;
}

/** Whatever the number of attempts, after this the hook is given up. */
export function deadlineOf(hook: HookInput, firstStartedAt: string): number {
  return (
    Date.parse(firstStartedAt) +
    (hook.deadlineSeconds ?? DEFAULT_DEADLINE_SECONDS) * 1000
  );
}

/** Environment variables of the outputs of earlier hooks: `db-host` is HOOK_OUTPUT_DB_HOST. */
export function outputVariables(
  outputs: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [
      `HOOK_OUTPUT_${name.replace(/[^A-Za-z0-9]/g, '_').toUpperCase()}`,
      value,
    ]),
  );
}
