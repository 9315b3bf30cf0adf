/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import {
  HttpAuthService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { json, Router } from 'express';
import { parse } from 'yaml';
import { ClusterService } from '../clusters/ClusterService';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { discoverPlan } from '../plans/discoverPlan';
import { PlanService } from '../plans/PlanService';
import { RepositoryService } from '../repositories/RepositoryService';
import { addDraftRoutes, DraftRoutesOptions } from './draftRoutes';
import { addHookRoutes, HookRoutesOptions } from './hookRoutes';
import { PreviewService } from '../plans/preview/PreviewService';
import {
  addInspectionRoutes,
  InspectionRoutesOptions,
} from './inspectionRoutes';
import { addMtcRoutes, MtcRoutesOptions } from './mtcRoutes';
import { nameUnknownFields } from './nameUnknownFields';
import { planQuery } from './planQuery';
import { addPreviewRoutes } from './previewRoutes';
import { addRbacRoutes } from './rbacRoutes';
import { addAnalyticsRoutes } from './analyticsRoutes';
import { AnalyticsService } from '../plans/analytics/AnalyticsService';
import { addWaveRoutes } from './waveRoutes';
import { WaveService } from '../waves/WaveService';

export interface RouterOptions
  extends HookRoutesOptions,
    MtcRoutesOptions,
    DraftRoutesOptions,
    InspectionRoutesOptions {
  httpAuth: HttpAuthService;
  clusters: ClusterService;
  repositories: RepositoryService;
  plans: PlanService;
  migrations: DatabaseMigrationStore;
  previews: PreviewService;
  waves: WaveService;
  analytics: AnalyticsService;
}

/** A plan of 1,000 volumes or 10,000 choices fits. */
const bodyLimit = '4mb';

/** HTTP in, nothing else. Requests are validated against openapi.yaml before they come here. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { httpAuth, clusters, repositories, plans, migrations } = options;
  const spec = parse(
    readFileSync(
      resolvePackagePath(
        '@namespace-migration/plugin-migration-backend',
        'src/schema/openapi.yaml',
      ),
      'utf8',
    ),
  );
  const router = (await createValidatedOpenApiRouter(spec, {
    middleware: [json({ limit: bodyLimit })],
  })) as unknown as Router;
  nameUnknownFields(router);
  const userOf = async (req: any): Promise<string | undefined> => {
    const { principal } = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    return principal.type === 'user'
      ? principal.userEntityRef
      : principal.subject;
  };

  router.get('/clusters', async (_req, res) => {
    res.json({ items: await clusters.list() });
  });
  router.post('/clusters', async (req, res) => {
    res.status(201).json(await clusters.register(req.body));
  });
  router.get('/clusters/:clusterName', async (req, res) => {
    res.json(await clusters.get(req.params.clusterName));
  });
  router.put('/clusters/:clusterName', async (req, res) => {
    res.json(await clusters.update(req.params.clusterName, req.body));
  });
  router.delete('/clusters/:clusterName', async (req, res) => {
    await clusters.remove(req.params.clusterName);
    res.status(204).end();
  });
  router.post('/clusters/:clusterName/test', async (req, res) => {
    res.json(await clusters.refresh(req.params.clusterName));
  });
  router.get('/clusters/:clusterName/namespaces', async (req, res) => {
    res.json({
      items: await clusters.namespaces(
        req.params.clusterName,
        req.query.name as string | undefined,
      ),
    });
  });

  router.get('/repositories', async (_req, res) => {
    res.json({ items: await repositories.list() });
  });
  router.post('/repositories', async (req, res) => {
    res.status(201).json(await repositories.register(req.body));
  });
  router.get('/repositories/:repositoryName', async (req, res) => {
    res.json(await repositories.get(req.params.repositoryName));
  });
  router.put('/repositories/:repositoryName', async (req, res) => {
    res.json(await repositories.update(req.params.repositoryName, req.body));
  });
  router.delete('/repositories/:repositoryName', async (req, res) => {
    await repositories.remove(req.params.repositoryName);
    res.status(204).end();
  });
  router.post('/repositories/:repositoryName/test', async (req, res) => {
    res.json(await repositories.refresh(req.params.repositoryName));
  });

  router.get('/plans', async (req, res) => {
    res.json(await plans.list(planQuery(req.query)));
  });
  router.post('/plans', async (req, res) => {
    res.status(201).json(await plans.create(req.body, await userOf(req)));
  });
  router.post('/plans/discover', async (req, res) => {
    res.json(
      await discoverPlan(
        plans,
        req.body,
        req.query.planId as string | undefined,
      ),
    );
  });
  router.get('/plans/:planId', async (req, res) => {
    res.json(await plans.get(req.params.planId));
  });
  router.put('/plans/:planId', async (req, res) => {
    res.json(await plans.update(req.params.planId, req.body));
  });
  router.delete('/plans/:planId', async (req, res) => {
    await plans.delete(req.params.planId);
    res.status(204).end();
  });
  router.post('/plans/:planId/refresh', async (req, res) => {
    res.json(await plans.refresh(req.params.planId));
  });
  router.get('/plans/:planId/migrations', async (req, res) => {
    res.json({ items: await plans.migrationsOf(req.params.planId) });
  });
  router.post('/plans/:planId/migrations', async (req, res) => {
    res
      .status(201)
      .json(
        await plans.start(req.params.planId, req.body.type, await userOf(req)),
      );
  });

  router.get('/migrations/:migrationId', async (req, res) => {
    res.json(await plans.migration(req.params.migrationId));
  });
  router.post('/migrations/:migrationId/cancel', async (req, res) => {
    res.json(await plans.cancel(req.params.migrationId));
  });
  router.get('/migrations/:migrationId/events', async (req, res) => {
    await plans.migration(req.params.migrationId);
    const { after, limit } = req.query as Record<string, string | undefined>;
    res.json({
      items: await migrations.events(req.params.migrationId, {
        after: Number(after ?? 0),
        limit: Number(limit ?? 500),
      }),
    });
  });
  router.get('/migrations/:migrationId/objects', async (req, res) => {
    const { planId } = await plans.migration(req.params.migrationId);
    const rows = await migrations.objectsOfPlan(planId);
    res.json({
      items: rows.map(
        ({
          cluster,
          apiVersion,
          kind,
          namespace,
          name,
          uid,
          wave,
          action,
          state,
          differences,
        }) => ({
          object: {
            cluster,
            apiVersion,
            kind,
            namespace: namespace || undefined,
            name,
            uid,
          },
          wave,
          action,
          state,
          differences,
        }),
      ),
    });
  });
  router.get('/migrations/:migrationId/differences', async (req, res) => {
    await plans.migration(req.params.migrationId);
    res.json({ items: await migrations.differences(req.params.migrationId) });
  });
  addDraftRoutes(router, options, userOf);
  addHookRoutes(router, options);
  addInspectionRoutes(router, options);
  addPreviewRoutes(router, options);
  addAnalyticsRoutes(router, options);
  addRbacRoutes(router);
  addWaveRoutes(router, options, userOf);
  addMtcRoutes(router, options, userOf);
  return router;
}
