/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterOptions,
  EndpointKind,
  MoverLimits,
  PlanOptions,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { FencedMigrationStore } from '../database/FencedMigrationStore';
import { StoredMigration } from '../database/migrationRecord';
import { ImageCopyEngines } from '../images/engines/ImageCopyEngines';
import { RepositoryService } from '../repositories/RepositoryService';
import { defaultLadder } from '../volumes/endpoints';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { Tunnels } from '../volumes/endpoints/Tunnels';
import { MoverResources } from '../volumes/moverResources';
import { MoverSlots } from '../volumes/MoverSlots';
import { makeMoverKeys, MoverKeys } from '../volumes/moverKeys';
import { Options, PhaseContext } from './Phase';

export interface ClusterAccess {
  client: ClusterClient;
  moverImage: string;
  endpoints?: EndpointKind[];
  route?: ClusterOptions['route'];
  nodeAddresses: string[];
  limits: MoverLimits;
}

export const defaultOptions: Options = {
  quiesce: true,
  verify: 'full',
  verifySamplePercent: 10,
  verifyBeforeQuiesce: true,
  verifyDeadlineSeconds: 86_400,
  resizeVolumes: false,
  resizeThresholdPercent: 3,
  parallelVolumes: 4,
  streamsPerVolume: 4,
  moverSecurity: 'auto',
  quiesceDeadlineSeconds: 600,
  passDeadlineSeconds: 86_400,
  healthDeadlineSeconds: 600,
  excludedKinds: [],
  keepDestinationVolumesOnRollback: false,
  keepRepositoryData: false,
};

export function optionsOf(given: PlanOptions = {}): Options {
  return { ...defaultOptions, ...given };
}

/** What a phase is given to work with. */
export async function contextFor(options: {
  migration: StoredMigration;
  store: FencedMigrationStore;
  phase: string;
  access(cluster: string): Promise<ClusterAccess>;
  validate: PhaseContext['validate'];
  engines: VolumeCopyEngines;
  imageEngines: ImageCopyEngines;
  tunnels: Tunnels;
  slots: MoverSlots;
  resources: MoverResources;
  repositories: RepositoryService;
  hooks: PhaseContext['hooks'];
  logger: LoggerService;
}): Promise<PhaseContext> {
  const { migration, store } = options;
  const { input } = migration.plan;
  const [source, destination] = await Promise.all([
    options.access(input.source),
    options.access(input.destination),
  ]);
  const planOptions = optionsOf(input.options);
  let keys: Promise<MoverKeys> | undefined;
  const loadKeys = async () => {
    const kept = await store.keys();
    if (kept) {
      return JSON.parse(kept) as MoverKeys;
    }
    const made = await makeMoverKeys(migration.id);
    await store.setKeys(JSON.stringify(made));
    return made;
  };
  return {
    migration,
    plan: migration.plan,
    options: planOptions,
    namespaces: input.namespaces.map(mapping => ({
      source: mapping.source,
      destination: mapping.destination ?? mapping.source,
    })),
    source: source.client,
    destination: destination.client,
    store,
    engines: options.engines,
    imageEngines: options.imageEngines,
    endpoints: {
      ladder: planOptions.endpoints ?? destination.endpoints ?? defaultLadder,
      asked: Boolean(planOptions.endpoints ?? destination.endpoints),
      nodeAddresses: destination.nodeAddresses,
      route: destination.route,
    },
    repositories: {
      ofPlan: () => {
        if (!input.repository) {
          throw new Error(
            'The plan names no replication repository; name one in it',
          );
        }
        return options.repositories.ofPlan(migration.planId, input.repository);
      },
      removeData: () => options.repositories.removeDataOf(migration.planId),
      keepsData: planOptions.keepRepositoryData,
    },
    validate: options.validate,
    hooks: options.hooks,
    event: event => store.addEvent({ ...event, phase: options.phase }),
    transfer: async () => {
      keys ??= loadKeys();
      return {
        owner: {
          migrationId: migration.id,
          planId: migration.planId,
          fencingToken: store.fencingToken,
        },
        source: source.client,
        destination: destination.client,
        images: {
          source: source.moverImage,
          destination: destination.moverImage,
        },
        keys: await keys,
        tunnels: options.tunnels,
        slots: options.slots,
        security: planOptions.moverSecurity,
        resources: options.resources,
        limits: source.limits,
        onTunnelProblem: problem =>
          options.logger.warn(
            `Tunnel of migration ${migration.id}: ${problem.message}`,
          ),
      };
    },
  };
}
