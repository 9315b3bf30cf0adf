/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Cluster,
  HookInput,
  HookRun,
  Migration,
  MigrationEvent,
  MigrationPod,
  PlanInput,
  Repository,
  VolumeDifference,
} from '@namespace-migration/plugin-migration-common';
import omit from 'lodash/omit';
import {
  MigratedObjectSummary,
  PlanSnapshot,
} from '../database/migrationRecord';
import { HIDDEN } from '../database/DatabaseHookStore';
import { redact } from '../hooks/redact';

export interface DiagnosticsParts {
  generatedAt: string;
  versions: Record<string, string>;
  migration: Migration;
  /** As it was when the migration started. */
  plan: PlanSnapshot;
  events: MigrationEvent[];
  objects: MigratedObjectSummary[];
  differences: VolumeDifference[];
  hooks: HookInput[];
  hookRuns: Array<HookRun & { log?: string }>;
  pods: Array<MigrationPod & { log: string }>;
  clusters: Cluster[];
  repository?: Repository;
  /** What could not be had, and why. */
  missing: string[];
}

/**
 * Everything that helps to find out what a migration did, as one JSON value without secrets: what can hold one by its
 * nature is left out, and of the rest every text is searched for those that are known.
 */
export function diagnosticsOf(
  parts: DiagnosticsParts,
  secrets: string[],
): Record<string, unknown> {
  const { migration, plan, clusters, repository, ...rest } = parts;
  const bundle = {
    ...rest,
    migration,
    plan: { id: plan.id, input: planOf(plan.input), volumes: plan.volumes },
    hooks: parts.hooks.map(hookOf),
    hookRuns: parts.hookRuns.map(run => ({
      ...run,
      outputs: Object.keys(run.outputs ?? {}),
    })),
    clusters: clusters.map(({ name, title, connection, options, status }) => ({
      name,
      title,
      connection: { kind: connection.kind, server: connection.server },
      options,
      status,
    })),
    repository: repository && {
      name: repository.name,
      location: {
        provider: repository.location.provider,
        bucket: repository.location.bucket,
        container: repository.location.container,
        region: repository.location.region,
        endpoint: repository.location.endpoint,
        prefix: repository.location.prefix,
      },
      status: repository.status,
    },
  };
  // what contains another one goes first
  const longestFirst = [...new Set(secrets)].sort(
    (a, b) => b.length - a.length,
  );
  return hideIn(bundle, longestFirst) as Record<string, unknown>;
}

/** What transforms write is left out; where they write stays. */
function planOf(input: PlanInput) {
  return {
    ...input,
    transforms: input.transforms?.map(transform => ({
      ...transform,
      patch: transform.patch.map(operation =>
        'value' in operation ? { ...operation, value: HIDDEN } : operation,
      ),
    })),
  };
}

/** Programs may have passwords in them. */
function hookOf(hook: HookInput) {
  const { image, script, playbook, http } = hook;
  return {
    ...omit(hook, ['image', 'script', 'playbook', 'http']),
    image: image && {
      image: image.image,
      env: Object.keys(image.env ?? {}),
    },
    script: script && { image: script.image, interpreter: script.interpreter },
    playbook: playbook && { image: playbook.image },
    http: http && {
      method: http.method,
      url: URL.canParse(http.url)
        ? `${new URL(http.url).origin}${new URL(http.url).pathname}`
        : HIDDEN,
      headers: Object.keys(http.headers ?? {}),
      expectedStatus: http.expectedStatus,
    },
  };
}

function hideIn(part: unknown, secrets: string[]): unknown {
  if (typeof part === 'string') {
    return redact(part, secrets);
  }
  if (Array.isArray(part)) {
    return part.map(child => hideIn(child, secrets));
  }
  if (!part || typeof part !== 'object') {
    return part;
  }
  return Object.fromEntries(
    Object.entries(part)
      .filter(([, child]) => child !== undefined)
      .map(([name, child]) => [redact(name, secrets), hideIn(child, secrets)]),
  );
}
