/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookInput,
  MtcItem,
  MtcLoss,
} from '@namespace-migration/plugin-migration-common';
import isEqual from 'lodash/isEqual';
import { ClusterService } from '../clusters/ClusterService';
import { HookService } from '../hooks/HookService';
import { PlanService } from '../plans/PlanService';
import { RepositoryService } from '../repositories/RepositoryService';
import { ManifestSecrets } from './ManifestSecrets';
import { lossesOf, Manifest, ManifestRefused } from './manifest';
import { migClusterFields, readMigCluster } from './migCluster';
import { migHookFields, readMigHook, targetClusterOf } from './migHook';
import { migPlanFields, readMigPlan } from './migPlan';
import { migStorageFields, readMigStorage } from './migStorage';
import { readDocuments } from './readDocuments';

export interface MtcServices {
  clusters: Pick<ClusterService, 'compare' | 'register' | 'update'>;
  repositories: Pick<RepositoryService, 'compare' | 'register' | 'update'>;
  hooks: Pick<HookService, 'find' | 'register' | 'update'>;
  plans: Pick<PlanService, 'named' | 'create' | 'update'>;
}

interface Import {
  services: MtcServices;
  dryRun: boolean;
  user?: string;
  secrets: ManifestSecrets;
  /** targetCluster of each MigHook. */
  hookClusters: Map<string, 'source' | 'destination'>;
  /** Names of the hooks that a plan of this import names. */
  usedHooks: Set<string>;
}

type Taken = Pick<MtcItem, 'outcome' | 'created'>;

/** What a plan needs comes before it. */
const order = ['MigCluster', 'MigStorage', 'MigHook', 'MigPlan'];

/** Takes over what can be; each refusal stands alone, and nothing but the report says so. */
export async function importManifests(options: {
  manifests: string;
  dryRun: boolean;
  user?: string;
  services: MtcServices;
}): Promise<MtcItem[]> {
  const documents = readDocuments(options.manifests);
  const run: Import = {
    ...options,
    secrets: new ManifestSecrets(),
    hookClusters: new Map(),
    usedHooks: new Set(),
  };
  const items: Array<{ at: number; item: MtcItem }> = [];
  const manifests: Array<{ at: number; manifest: Manifest }> = [];
  for (const [at, document] of documents.entries()) {
    if ('refused' in document) {
      const { kind, name, refused } = document;
      items.push({ at, item: refusedItem(kind, name, refused) });
    } else if (document.manifest.kind === 'Secret') {
      run.secrets.add(document.manifest);
    } else {
      manifests.push({ at, manifest: document.manifest });
      noteHooks(document.manifest, run);
    }
  }
  manifests.sort(
    (a, b) =>
      order.indexOf(a.manifest.kind) - order.indexOf(b.manifest.kind) ||
      a.at - b.at,
  );
  for (const { at, manifest } of manifests) {
    items.push({ at, item: await itemOf(manifest, run) });
  }
  return items.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** MTC keeps the cluster of a hook with the hook, and we with the plan. */
function noteHooks(manifest: Manifest, run: Import): void {
  if (manifest.kind === 'MigHook') {
    const { targetCluster } = manifest.spec;
    if (targetCluster === 'source' || targetCluster === 'destination') {
      run.hookClusters.set(manifest.metadata.name, targetCluster);
    }
  }
  if (manifest.kind === 'MigPlan' && Array.isArray(manifest.spec.hooks)) {
    for (const hook of manifest.spec.hooks) {
      run.usedHooks.add(hook?.reference?.name);
    }
  }
}

async function itemOf(manifest: Manifest, run: Import): Promise<MtcItem> {
  const { kind, metadata } = manifest;
  try {
    const losses = lossesOfKind(manifest, run);
    const taken = await take(manifest, run);
    return {
      kind,
      name: metadata.name,
      ...taken,
      losses,
      message: messageOf(taken, losses),
    };
  } catch (error) {
    return refusedItem(kind, metadata.name, reasonOf(error));
  }
}

/** What is told of an error: services name field and cure; anything else is a manifest of another shape. */
function reasonOf(error: unknown): string {
  const { name, message } = error as Error;
  const told = [
    'ManifestRefused',
    'InputError',
    'ConflictError',
    'NotFoundError',
    'ClusterError',
  ];
  return told.includes(name) || error instanceof ManifestRefused
    ? message
    : `The manifest has not the shape that MTC gives it: ${message}. Compare it with what \`oc get -o yaml\` shows.`;
}

function lossesOfKind(manifest: Manifest, run: Import): MtcLoss[] {
  switch (manifest.kind) {
    case 'MigCluster':
      return lossesOf(manifest, migClusterFields);
    case 'MigStorage':
      return lossesOf(manifest, migStorageFields);
    case 'MigPlan':
      return lossesOf(manifest, migPlanFields);
    default: {
      const losses = lossesOf(manifest, migHookFields);
      return run.usedHooks.has(manifest.metadata.name)
        ? losses
        : [
            ...losses,
            {
              field: 'spec.targetCluster',
              reason: `Plans say on which cluster their hooks run, and no MigPlan of this import names this hook; write hooks[].cluster: ${manifest.spec.targetCluster} in plans that do`,
            },
          ];
    }
  }
}

async function take(manifest: Manifest, run: Import): Promise<Taken> {
  const { clusters, repositories } = run.services;
  switch (manifest.kind) {
    case 'MigCluster': {
      const input = readMigCluster(manifest, run.secrets);
      return takeRegistered('cluster', input, clusters, run);
    }
    case 'MigStorage': {
      const input = readMigStorage(manifest, run.secrets);
      return takeRegistered('repository', input, repositories, run);
    }
    case 'MigHook':
      targetClusterOf(manifest);
      return takeRegistered(
        'hook',
        readMigHook(manifest),
        { ...hookRegistry(run.services.hooks) },
        run,
      );
    default:
      return takePlan(manifest, run);
  }
}

interface Registry<T> {
  compare(input: T): Promise<'absent' | 'same' | 'other'>;
  register(input: T): Promise<unknown>;
  update(name: string, input: T): Promise<unknown>;
}

function hookRegistry(hooks: MtcServices['hooks']): Registry<HookInput> {
  return {
    compare: async input => {
      const found = await hooks.find(input.name);
      if (!found) {
        return 'absent';
      }
      return isEqual(found, input) ? 'same' : 'other';
    },
    register: input => hooks.register(input),
    update: (name, input) => hooks.update(name, input),
  };
}

async function takeRegistered<T extends { name: string }>(
  kind: 'cluster' | 'repository' | 'hook',
  input: T,
  registry: Registry<T>,
  { dryRun }: Import,
): Promise<Taken> {
  const created = { kind, name: input.name };
  const known = await registry.compare(input);
  if (known === 'same') {
    return { outcome: 'unchanged', created };
  }
  if (dryRun) {
    const outcome = known === 'absent' ? 'wouldCreate' : 'wouldUpdate';
    return { outcome, created };
  }
  if (known === 'absent') {
    await registry.register(input);
    return { outcome: 'created', created };
  }
  await registry.update(input.name, input);
  return { outcome: 'updated', created };
}

async function takePlan(manifest: Manifest, run: Import): Promise<Taken> {
  const { plans } = run.services;
  const input = readMigPlan(manifest, run.hookClusters);
  const known = await plans.named(input.name);
  const created = { kind: 'plan' as const, name: input.name, id: known?.id };
  if (known && isEqual(known.input, input)) {
    return { outcome: 'unchanged', created };
  }
  if (run.dryRun) {
    return { outcome: known ? 'wouldUpdate' : 'wouldCreate', created };
  }
  if (known) {
    await plans.update(known.id, input);
    return { outcome: 'updated', created };
  }
  const { id } = await plans.create(input, run.user);
  return { outcome: 'created', created: { ...created, id } };
}

function messageOf({ outcome, created }: Taken, losses: MtcLoss[]): string {
  const done = {
    created: 'is made',
    updated: 'is changed to what the manifest says',
    unchanged: 'is there just so',
    wouldCreate: 'would be made',
    wouldUpdate: 'would be changed to what the manifest says',
    refused: '',
  }[outcome];
  const lost =
    losses.length > 0
      ? `; ${losses.length} of its fields have no counterpart`
      : '';
  return `${created?.kind} ${created?.name} ${done}${lost}`;
}

function refusedItem(kind: string, name: string, message: string): MtcItem {
  return { kind, name, outcome: 'refused', losses: [], message };
}
