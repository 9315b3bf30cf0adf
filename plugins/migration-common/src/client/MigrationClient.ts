/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResponseError } from '@backstage/errors';
import createClient, { Client } from 'openapi-fetch';
import { paths } from '../generated/openapi';
import {
  ClusterInput,
  DraftInput,
  HookInput,
  MigrationInput,
  PlanInput,
  RepositoryInput,
  WaveInput,
} from '../types';
import { MigrationApi } from './MigrationApi';

export interface MigrationClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Typed by what is generated from openapi.yaml: a path or field that it does not have does not compile. */
export class MigrationClient implements MigrationApi {
  private readonly discoveryApi: MigrationClientOptions['discoveryApi'];
  private readonly fetchApi: MigrationClientOptions['fetchApi'];

  constructor(options: MigrationClientOptions) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  async listClusters() {
    const api = await this.client();
    return (await answered(api.GET('/clusters'))).items;
  }

  async registerCluster(body: ClusterInput) {
    const api = await this.client();
    return answered(api.POST('/clusters', { body }));
  }

  async getCluster(clusterName: string) {
    const api = await this.client();
    return answered(
      api.GET('/clusters/{clusterName}', { params: { path: { clusterName } } }),
    );
  }

  async updateCluster(clusterName: string, body: ClusterInput) {
    const api = await this.client();
    return answered(
      api.PUT('/clusters/{clusterName}', {
        params: { path: { clusterName } },
        body,
      }),
    );
  }

  async deleteCluster(clusterName: string) {
    const api = await this.client();
    await answered(
      api.DELETE('/clusters/{clusterName}', {
        params: { path: { clusterName } },
      }),
    );
  }

  async testCluster(clusterName: string) {
    const api = await this.client();
    return answered(
      api.POST('/clusters/{clusterName}/test', {
        params: { path: { clusterName } },
      }),
    );
  }

  async listNamespaces(clusterName: string, query?: { name?: string }) {
    const api = await this.client();
    const answer = await answered(
      api.GET('/clusters/{clusterName}/namespaces', {
        params: { path: { clusterName }, query },
      }),
    );
    return answer.items;
  }

  async listRepositories() {
    const api = await this.client();
    return (await answered(api.GET('/repositories'))).items;
  }

  async registerRepository(body: RepositoryInput) {
    const api = await this.client();
    return answered(api.POST('/repositories', { body }));
  }

  async getRepository(repositoryName: string) {
    const api = await this.client();
    return answered(
      api.GET('/repositories/{repositoryName}', {
        params: { path: { repositoryName } },
      }),
    );
  }

  async updateRepository(repositoryName: string, body: RepositoryInput) {
    const api = await this.client();
    return answered(
      api.PUT('/repositories/{repositoryName}', {
        params: { path: { repositoryName } },
        body,
      }),
    );
  }

  async deleteRepository(repositoryName: string) {
    const api = await this.client();
    await answered(
      api.DELETE('/repositories/{repositoryName}', {
        params: { path: { repositoryName } },
      }),
    );
  }

  async testRepository(repositoryName: string) {
    const api = await this.client();
    return answered(
      api.POST('/repositories/{repositoryName}/test', {
        params: { path: { repositoryName } },
      }),
    );
  }

  async listPlans(query?: Parameters<MigrationApi['listPlans']>[0]) {
    const api = await this.client();
    return answered(api.GET('/plans', { params: { query } }));
  }

  async createPlan(body: PlanInput) {
    const api = await this.client();
    return answered(api.POST('/plans', { body }));
  }

  async discoverPlan(body: PlanInput, planId?: string) {
    const api = await this.client();
    return answered(
      api.POST('/plans/discover', { params: { query: { planId } }, body }),
    );
  }

  async getPlan(planId: string) {
    const api = await this.client();
    return answered(
      api.GET('/plans/{planId}', { params: { path: { planId } } }),
    );
  }

  async updatePlan(planId: string, body: PlanInput) {
    const api = await this.client();
    return answered(
      api.PUT('/plans/{planId}', { params: { path: { planId } }, body }),
    );
  }

  async deletePlan(planId: string) {
    const api = await this.client();
    await answered(
      api.DELETE('/plans/{planId}', { params: { path: { planId } } }),
    );
  }

  async refreshPlan(planId: string) {
    const api = await this.client();
    return answered(
      api.POST('/plans/{planId}/refresh', { params: { path: { planId } } }),
    );
  }

  async listMigrations(planId: string) {
    const api = await this.client();
    const answer = await answered(
      api.GET('/plans/{planId}/migrations', { params: { path: { planId } } }),
    );
    return answer.items;
  }

  async startMigration(planId: string, body: MigrationInput) {
    const api = await this.client();
    return answered(
      api.POST('/plans/{planId}/migrations', {
        params: { path: { planId } },
        body,
      }),
    );
  }

  async getMigration(migrationId: string) {
    const api = await this.client();
    return answered(
      api.GET('/migrations/{migrationId}', {
        params: { path: { migrationId } },
      }),
    );
  }

  async cancelMigration(migrationId: string) {
    const api = await this.client();
    return answered(
      api.POST('/migrations/{migrationId}/cancel', {
        params: { path: { migrationId } },
      }),
    );
  }

  async listMigrationEvents(
    migrationId: string,
    query?: { after?: number; limit?: number },
  ) {
    const api = await this.client();
    const answer = await answered(
      api.GET('/migrations/{migrationId}/events', {
        params: { path: { migrationId }, query },
      }),
    );
    return answer.items;
  }

  async listMigrationObjects(migrationId: string) {
    const api = await this.client();
    const answer = await answered(
      api.GET('/migrations/{migrationId}/objects', {
        params: { path: { migrationId } },
      }),
    );
    return answer.items;
  }

  async listVolumeDifferences(migrationId: string) {
    const api = await this.client();
    const answer = await answered(
      api.GET('/migrations/{migrationId}/differences', {
        params: { path: { migrationId } },
      }),
    );
    return answer.items;
  }

  async listDrafts() {
    const api = await this.client();
    return (await answered(api.GET('/drafts'))).items;
  }

  async createDraft(body: DraftInput) {
    const api = await this.client();
    return answered(api.POST('/drafts', { body }));
  }

  async getDraft(draftId: string) {
    const api = await this.client();
    return answered(
      api.GET('/drafts/{draftId}', { params: { path: { draftId } } }),
    );
  }

  async updateDraft(draftId: string, body: DraftInput) {
    const api = await this.client();
    return answered(
      api.PUT('/drafts/{draftId}', { params: { path: { draftId } }, body }),
    );
  }

  async deleteDraft(draftId: string) {
    const api = await this.client();
    await answered(
      api.DELETE('/drafts/{draftId}', { params: { path: { draftId } } }),
    );
  }

  async listWaves(query?: Parameters<MigrationApi['listWaves']>[0]) {
    const api = await this.client();
    return answered(api.GET('/waves', { params: { query } }));
  }

  async createWave(body: WaveInput) {
    const api = await this.client();
    return answered(api.POST('/waves', { body }));
  }

  async getWave(waveId: string) {
    const api = await this.client();
    return answered(
      api.GET('/waves/{waveId}', { params: { path: { waveId } } }),
    );
  }

  async pauseWave(waveId: string) {
    const api = await this.client();
    return answered(
      api.POST('/waves/{waveId}/pause', { params: { path: { waveId } } }),
    );
  }

  async resumeWave(waveId: string, body: { retryFailed?: boolean } = {}) {
    const api = await this.client();
    return answered(
      api.POST('/waves/{waveId}/resume', {
        params: { path: { waveId } },
        body,
      }),
    );
  }

  async cancelWave(waveId: string) {
    const api = await this.client();
    return answered(
      api.POST('/waves/{waveId}/cancel', { params: { path: { waveId } } }),
    );
  }

  async listMigrationResources(migrationId: string) {
    const api = await this.client();
    const answer = await answered(
      api.GET('/migrations/{migrationId}/resources', {
        params: { path: { migrationId } },
      }),
    );
    return answer.items;
  }

  async getMigrationDiagnostics(migrationId: string) {
    const api = await this.client();
    return answered(
      api.GET('/migrations/{migrationId}/diagnostics', {
        params: { path: { migrationId } },
      }),
    );
  }

  async listMigrationPods(migrationId: string) {
    const api = await this.client();
    return answered(
      api.GET('/migrations/{migrationId}/pods', {
        params: { path: { migrationId } },
      }),
    );
  }

  async getMigrationPodLog(
    migrationId: string,
    {
      name: podName,
      cluster,
      namespace,
    }: Parameters<MigrationApi['getMigrationPodLog']>[1],
    query?: Parameters<MigrationApi['getMigrationPodLog']>[2],
  ) {
    const api = await this.client();
    return answered(
      api.GET(
        '/migrations/{migrationId}/pods/{cluster}/{namespace}/{podName}/log',
        {
          params: {
            path: { migrationId, cluster, namespace, podName },
            query,
          },
          parseAs: 'text',
        },
      ),
    );
  }

  async listHooks() {
    const api = await this.client();
    return (await answered(api.GET('/hooks'))).items;
  }

  async registerHook(body: HookInput) {
    const api = await this.client();
    return answered(api.POST('/hooks', { body }));
  }

  async getHook(hookName: string) {
    const api = await this.client();
    return answered(
      api.GET('/hooks/{hookName}', { params: { path: { hookName } } }),
    );
  }

  async updateHook(hookName: string, body: HookInput) {
    const api = await this.client();
    return answered(
      api.PUT('/hooks/{hookName}', { params: { path: { hookName } }, body }),
    );
  }

  async deleteHook(hookName: string) {
    const api = await this.client();
    await answered(
      api.DELETE('/hooks/{hookName}', { params: { path: { hookName } } }),
    );
  }

  async listHookRuns(migrationId: string) {
    const api = await this.client();
    const answer = await answered(
      api.GET('/migrations/{migrationId}/hooks', {
        params: { path: { migrationId } },
      }),
    );
    return answer.items;
  }

  async getHookRunLog(migrationId: string, runId: string) {
    const api = await this.client();
    return answered(
      api.GET('/migrations/{migrationId}/hooks/{runId}/log', {
        params: { path: { migrationId, runId } },
        parseAs: 'text',
      }),
    );
  }

  async startAnalytics(planId: string) {
    const api = await this.client();
    return answered(
      api.POST('/plans/{planId}/analytics', { params: { path: { planId } } }),
    );
  }

  async getAnalytics(planId: string) {
    const api = await this.client();
    return answered(
      api.GET('/plans/{planId}/analytics', { params: { path: { planId } } }),
    );
  }

  async startPreview(planId: string) {
    const api = await this.client();
    return answered(
      api.POST('/plans/{planId}/preview', { params: { path: { planId } } }),
    );
  }

  async getPreview(planId: string) {
    const api = await this.client();
    return answered(
      api.GET('/plans/{planId}/preview', { params: { path: { planId } } }),
    );
  }

  async listPreviewedObjects(
    planId: string,
    query?: Parameters<MigrationApi['listPreviewedObjects']>[1],
  ) {
    const api = await this.client();
    return answered(
      api.GET('/plans/{planId}/preview/objects', {
        params: { path: { planId }, query },
      }),
    );
  }

  async getRbacManifest(role: 'source' | 'destination') {
    const api = await this.client();
    return answered(
      api.GET('/rbac/{role}', {
        params: { path: { role } },
        parseAs: 'text',
      }),
    );
  }

  async importMtcManifests(input: { manifests: string; dryRun?: boolean }) {
    const api = await this.client();
    return answered(
      api.POST('/mtc/import', {
        body: { dryRun: false, ...input },
      }),
    );
  }

  async exportMtcManifests(planId: string) {
    const api = await this.client();
    return answered(
      api.GET('/plans/{planId}/mtc', {
        params: { path: { planId } },
        parseAs: 'text',
      }),
    );
  }

  private async client(): Promise<Client<paths>> {
    const api = createClient<paths>({
      baseUrl: await this.discoveryApi.getBaseUrl('migration'),
      // Backstage's fetch middleware makes a second Request of what it is given, which fails for one with a body.
      fetch: async request =>
        this.fetchApi.fetch(request.url, {
          method: request.method,
          headers: request.headers,
          // Firefox has no Request.body to ask
          body: (await request.text()) || undefined,
        }),
    });
    // The answer is read here while its body is still unread, because the message in it is what people need.
    api.use({
      async onResponse({ response }) {
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
      },
    });
    return api;
  }
}

/** Errors were thrown by the middleware already; what is left is data, or nothing at a 204. */
async function answered<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
