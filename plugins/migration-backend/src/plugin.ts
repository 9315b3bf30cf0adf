/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  CHANGES_CHANNEL,
  MoverLimits,
} from '@namespace-migration/plugin-migration-common';
import {
  migrationImagesExtensionPoint,
  migrationPreflightExtensionPoint,
  migrationObjectsExtensionPoint,
  migrationVolumesExtensionPoint,
} from '@namespace-migration/plugin-migration-node';
import { ClusterService } from './clusters/ClusterService';
import { connect } from './clusters/connect';
import { CredentialCipher } from './clusters/CredentialCipher';
import { DatabaseAnalyticsStore } from './database/DatabaseAnalyticsStore';
import { DatabaseClusterStore } from './database/DatabaseClusterStore';
import { DatabaseDraftStore } from './database/DatabaseDraftStore';
import { DatabaseHookRuns, FencedHookRuns } from './database/DatabaseHookRuns';
import { DatabaseHookStore } from './database/DatabaseHookStore';
import { DatabaseMeasuredRuns } from './database/DatabaseMeasuredRuns';
import { DatabaseMigrationStore } from './database/DatabaseMigrationStore';
import { DatabasePlanStore } from './database/DatabasePlanStore';
import { DatabasePreviewStore } from './database/DatabasePreviewStore';
import { DatabaseRepositoryStore } from './database/DatabaseRepositoryStore';
import { DatabaseWaveStore } from './database/DatabaseWaveStore';
import { FencedMigrationStore } from './database/FencedMigrationStore';
import { contextFor } from './engine/contextFor';
import { observerFromEnvironment } from './engine/observerFromEnvironment';
import { Runner } from './engine/Runner';
import { HookService } from './hooks/HookService';
import { HttpCalls } from './hooks/HttpCalls';
import { builtInImageEngines } from './images/engines';
import { ImageCopyEngines } from './images/engines/ImageCopyEngines';
import { Diagnostics } from './inspection/Diagnostics';
import { MigrationInspection } from './inspection/MigrationInspection';
import { MtcService } from './mtc/MtcService';
import { PlanService } from './plans/PlanService';
import { AnalyticsService } from './plans/analytics/AnalyticsService';
import { PreviewService } from './plans/preview/PreviewService';
import { builtInChecks } from './plans/preflight/checks';
import { PreflightChecks } from './plans/preflight/PreflightChecks';
import { RepositoryService } from './repositories/RepositoryService';
import { builtInEngines } from './volumes/engines';
import { VolumeCopyEngines } from './volumes/engines/VolumeCopyEngines';
import { Tunnels } from './volumes/endpoints/Tunnels';
import { MoverResources } from './volumes/moverResources';
import { MoverSlots } from './volumes/MoverSlots';
import {
  addObjectTransform,
  forgetObjectTransforms,
} from './resources/transforms';
import { ChangeSignals } from './signals/ChangeSignals';
import { createRouter } from './service/createRouter';
import { version } from '../package.json';
import { WaveRunner } from './waves/WaveRunner';
import { WaveService } from './waves/WaveService';

/** Moves namespaces between clusters. */
export const migrationPlugin = createBackendPlugin({
  pluginId: 'migration',
  register(env) {
    const engines = new VolumeCopyEngines(builtInEngines);
    env.registerExtensionPoint(migrationVolumesExtensionPoint, {
      addVolumeCopyEngine: (...added) => engines.add(...added),
    });
    const imageEngines = new ImageCopyEngines(builtInImageEngines);
    env.registerExtensionPoint(migrationImagesExtensionPoint, {
      addImageCopyEngine: (...added) => imageEngines.add(...added),
    });
    const checks = new PreflightChecks(builtInChecks);
    env.registerExtensionPoint(migrationPreflightExtensionPoint, {
      addPreflightCheck: (...added) => checks.add(...added),
    });
    forgetObjectTransforms();
    env.registerExtensionPoint(migrationObjectsExtensionPoint, {
      addObjectTransform,
    });
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        // without the signals plugin nobody hears it, and pages ask by themselves
        signals: signalsServiceRef,
      },
      async init({
        config,
        database,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        signals,
      }) {
        const knex = await database.getClient();
        if (!database.migrations?.skip) {
          await knex.migrate.latest({
            directory: resolvePackagePath(
              '@namespace-migration/plugin-migration-backend',
              'migrations',
            ),
          });
        }
        const cipher = new CredentialCipher(
          config.getString('migration.encryptionKey'),
        );
        const defaultImage = config.getString('migration.moverImage');
        const changes = new ChangeSignals(signal => {
          signals
            .publish({
              recipients: { type: 'broadcast' },
              channel: CHANGES_CHANNEL,
              message: { ...signal },
            })
            .catch(error => logger.debug(`A signal was not sent: ${error}`));
        });
        const planStore = new DatabasePlanStore(knex, changes.changed);
        const migrations = new DatabaseMigrationStore(knex, changes.changed);
        const clusterStore = new DatabaseClusterStore(knex, cipher);
        const repositoryStore = new DatabaseRepositoryStore(knex, cipher);
        const clusters = new ClusterService({
          store: clusterStore,
          connect,
          usedBy: async cluster =>
            (
              await planStore.list({ cluster, limit: 100, offset: 0 })
            ).items.map(plan => plan.input.name),
        });
        const repositories = new RepositoryService({
          store: repositoryStore,
          usedBy: async repository =>
            (
              await planStore.list({ repository, limit: 100, offset: 0 })
            ).items.map(plan => plan.input.name),
        });
        const hooks = new HookService(new DatabaseHookStore(knex, cipher));
        const plans = new PlanService(
          planStore,
          migrations,
          clusters,
          engines,
          repositories,
          hooks,
          checks,
          imageEngines,
        );
        const previews = new PreviewService(
          planStore,
          new DatabasePreviewStore(knex, cipher),
          clusters,
          logger,
        );
        const analytics = new AnalyticsService({
          plans: planStore,
          migrations,
          analytics: new DatabaseAnalyticsStore(knex),
          runs: new DatabaseMeasuredRuns(knex),
          clusters,
          logger,
        });
        const waveStore = new DatabaseWaveStore(knex, changes.changed);
        const waveRunner = new WaveRunner({ waves: waveStore, plans, logger });
        const hookRuns = new DatabaseHookRuns(knex, cipher);
        const inspection = new MigrationInspection({
          migrations,
          hookRuns,
          clusters,
        });
        const tunnels = new Tunnels();
        const httpCalls = new HttpCalls();
        const slots = new MoverSlots();
        const resources =
          config.getOptional<MoverResources>('migration.movers.resources') ??
          {};
        const defaultLimits =
          config.getOptional<MoverLimits>('migration.limits');
        const runner = new Runner({
          migrations,
          logger,
          observer: observerFromEnvironment(),
          fenced: (migration, token) =>
            new FencedMigrationStore(
              knex,
              cipher,
              migration.id,
              migration.planId,
              token,
              changes.changed,
            ),
          contextFor: (migration, store, phase) =>
            contextFor({
              migration,
              store,
              phase,
              access: async name => {
                const { options } = await clusters.get(name);
                return {
                  client: await clusters.client(name),
                  moverImage: options.moverImage ?? defaultImage,
                  endpoints: options.endpoints,
                  route: options.route,
                  nodeAddresses: options.nodeAddresses ?? [],
                  limits: { ...defaultLimits, ...options.limits },
                };
              },
              validate: () =>
                plans.find(migration.planId, migration.plan.input),
              engines,
              imageEngines,
              tunnels,
              slots,
              resources,
              repositories,
              hooks: {
                runs: new FencedHookRuns(knex, cipher, store),
                calls: httpCalls,
              },
              logger,
            }),
          onLeft: async id => {
            await httpCalls.abortAllOf(id);
            await tunnels.closeAllOf(id);
          },
        });
        httpRouter.use(
          await createRouter({
            mtc: new MtcService({ clusters, repositories, hooks, plans }),
            httpAuth,
            clusters,
            repositories,
            plans,
            migrations,
            hooks,
            hookRuns,
            inspection,
            diagnostics: new Diagnostics({
              migrations,
              migration: id => plans.migration(id),
              hookRuns,
              inspection,
              clusters: clusterStore,
              repositories: repositoryStore,
              versions: { backend: version, node: process.version },
            }),
            previews,
            drafts: new DatabaseDraftStore(knex),
            analytics,
            waves: new WaveService(waveStore, migrations),
          }),
        );
        lifecycle.addStartupHook(() => changes.start());
        lifecycle.addShutdownHook(() => changes.stop());
        lifecycle.addStartupHook(() => runner.start());
        lifecycle.addStartupHook(() => waveRunner.start());
        lifecycle.addShutdownHook(() => waveRunner.stop());
        lifecycle.addShutdownHook(() => runner.stop());
        lifecycle.addShutdownHook(() => previews.stop());
        lifecycle.addShutdownHook(() => analytics.stop());
      },
    });
  },
});
