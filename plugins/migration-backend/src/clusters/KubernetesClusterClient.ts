/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubeConfig } from '@kubernetes/client-node';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
  ListOptions,
  ObjectKey,
  ResourceType,
  VolumeStats,
  WriteOptions,
} from '@namespace-migration/plugin-migration-node';
import { Discovery } from './Discovery';
import { collectionPath, pathOf } from './objectPath';
import { portForward, PortForwardTarget } from './portForward';
import { RawRequest, sendRequest } from './rawRequest';

export const FIELD_MANAGER = 'namespace-migration';
const PAGE_SIZE = 500;
const ATTEMPTS = 4;
/** In place of a continue token: the list begins again. */
const RESTART = 'restart';

/**
 * Speaks JSON with the API server and passes objects through as they are: the typed models of the client library
 * drop fields that they do not know, and a migration must not.
 */
export class KubernetesClusterClient implements ClusterClient {
  readonly server: string;
  private readonly discovery: Discovery;

  constructor(readonly name: string, private readonly kubeConfig: KubeConfig) {
    const cluster = kubeConfig.getCurrentCluster();
    if (!cluster) {
      throw new ClusterError(
        `The connection of cluster ${name} names no API server`,
        0,
        'NoServer',
        name,
      );
    }
    this.server = cluster.server;
    this.discovery = new Discovery(path => this.call({ method: 'GET', path }));
  }

  async version() {
    const { gitVersion, major, minor } = await this.call({
      method: 'GET',
      path: '/version',
    });
    return {
      gitVersion,
      major: Number(major),
      // some distributions write '20+'
      minor: Number(String(minor).replace(/\D/g, '')),
    };
  }

  async serverTime() {
    const date = await this.call({
      method: 'GET',
      path: '/version',
      header: 'date',
    });
    return date ? new Date(date) : undefined;
  }

  resourceTypes() {
    return this.discovery.resourceTypes();
  }

  findType(apiVersion: string, kind: string) {
    return this.discovery.findType(apiVersion, kind);
  }

  async get(key: ObjectKey): Promise<KubernetesObject | undefined> {
    const type = await this.findType(key.apiVersion, key.kind);
    if (!type) {
      return undefined;
    }
    try {
      return await this.call({ method: 'GET', path: pathOf(type, key) });
    } catch (error) {
      if (error instanceof ClusterError && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }

  async list(
    type: { apiVersion: string; kind: string },
    options?: ListOptions,
  ): Promise<KubernetesObject[]> {
    const all: KubernetesObject[] = [];
    for await (const page of this.listPages(type, options)) {
      all.push(...page);
    }
    return all;
  }

  async *listPages(
    kind: { apiVersion: string; kind: string },
    options: ListOptions = {},
  ): AsyncIterable<KubernetesObject[]> {
    const type = await this.findType(kind.apiVersion, kind.kind);
    if (!type) {
      return;
    }
    let token = '';
    /** Only while a list is longer than a page: what was given out already, should the list start again. */
    const given = new Set<string>();
    do {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
      if (options.labelSelector) {
        query.set('labelSelector', options.labelSelector);
      }
      if (options.fieldSelector) {
        query.set('fieldSelector', options.fieldSelector);
      }
      if (token && token !== RESTART) {
        query.set('continue', token);
      }
      let list: any;
      try {
        list = await this.call({
          method: 'GET',
          path: `${collectionPath(type, options.namespace)}?${query}`,
        });
      } catch (error) {
        const gone =
          error instanceof ClusterError &&
          error.statusCode === 404 &&
          !(await this.discovery.isServedNow(type.apiVersion, type.kind));
        if (gone) {
          // its definition was deleted since it was discovered, and all objects with it
          return;
        }
        if (
          error instanceof ClusterError &&
          error.statusCode === 410 &&
          token
        ) {
          // the server forgot this state of the list (etcd is compacted every five minutes): a new one from the start
          token = RESTART;
          continue;
        }
        throw error;
      }
      token = list.metadata?.continue ?? '';
      const fresh = (list.items ?? []).filter(
        ({ metadata }: KubernetesObject) => !given.has(metadata.uid!),
      );
      if (token) {
        for (const { metadata } of fresh) {
          given.add(metadata.uid!);
        }
      }
      // items of a list come without their kind
      yield fresh.map((item: KubernetesObject) => ({
        ...item,
        apiVersion: type.apiVersion,
        kind: type.kind,
      }));
    } while (token);
  }

  async create(object: KubernetesObject, options?: WriteOptions) {
    const type = await this.typeOf(object);
    return this.call({
      method: 'POST',
      path: `${collectionPath(type, object.metadata.namespace)}?${writeQuery(
        options,
      )}`,
      body: object,
      onWarning: options?.onWarning,
    });
  }

  async apply(
    object: KubernetesObject,
    options?: WriteOptions & { force?: boolean },
  ) {
    const type = await this.typeOf(object);
    const query = writeQuery(options);
    query.set('force', String(options?.force ?? true));
    return this.call({
      method: 'PATCH',
      path: `${pathOf(type, object.metadata)}?${query}`,
      body: object,
      contentType: 'application/apply-patch+yaml',
      onWarning: options?.onWarning,
    });
  }

  async replace(object: KubernetesObject) {
    const type = await this.typeOf(object);
    return this.call({
      method: 'PUT',
      path: `${pathOf(type, object.metadata)}?${writeQuery()}`,
      body: object,
    });
  }

  async patch(
    key: ObjectKey,
    patch: object,
    options: {
      type: 'merge' | 'json' | 'strategic';
      subresource?: string;
      dryRun?: boolean;
    },
  ) {
    const type = await this.typeOf(key);
    const contentType = {
      merge: 'application/merge-patch+json',
      json: 'application/json-patch+json',
      strategic: 'application/strategic-merge-patch+json',
    }[options.type];
    const suffix = options.subresource ? `/${options.subresource}` : '';
    return this.call({
      method: 'PATCH',
      path: `${pathOf(type, key)}${suffix}?${writeQuery(options)}`,
      body: patch,
      contentType,
    });
  }

  async delete(
    key: ObjectKey,
    options: {
      uid?: string;
      propagation?: 'Background' | 'Foreground' | 'Orphan';
      gracePeriodSeconds?: number;
    } = {},
  ): Promise<'deleted' | 'absent'> {
    const type = await this.findType(key.apiVersion, key.kind);
    if (!type) {
      return 'absent';
    }
    try {
      await this.call({
        method: 'DELETE',
        path: pathOf(type, key),
        body: {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          propagationPolicy: options.propagation ?? 'Background',
          gracePeriodSeconds: options.gracePeriodSeconds,
          preconditions: options.uid ? { uid: options.uid } : undefined,
        },
      });
      return 'deleted';
    } catch (error) {
      if (error instanceof ClusterError) {
        const otherUid = options.uid && error.statusCode === 409;
        if (error.statusCode === 404 || otherUid) {
          return 'absent';
        }
      }
      throw error;
    }
  }

  async logs(
    namespace: string,
    pod: string,
    options: {
      container?: string;
      sinceTime?: string;
      tailLines?: number;
      limitBytes?: number;
      timestamps?: boolean;
    } = {},
  ): Promise<string> {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(options)) {
      if (value !== undefined) {
        query.set(key, String(value));
      }
    }
    return this.call({
      method: 'GET',
      path: `/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}`,
      text: true,
    });
  }

  async volumeStats(node: string): Promise<VolumeStats[]> {
    const summary = await this.call({
      method: 'GET',
      path: `/api/v1/nodes/${encodeURIComponent(node)}/proxy/stats/summary`,
    });
    return (summary.pods ?? []).flatMap(({ volume = [] }: any) =>
      volume
        .filter(({ pvcRef }: any) => pvcRef)
        .map(({ pvcRef, usedBytes, capacityBytes }: any) => ({
          namespace: pvcRef.namespace,
          claim: pvcRef.name,
          usedBytes,
          capacityBytes,
        })),
    );
  }

  portForward(target: PortForwardTarget, signal?: AbortSignal) {
    return portForward(this.kubeConfig, this.name, target, signal);
  }

  async can(access: {
    verb: string;
    group: string;
    resource: string;
    subresource?: string;
    namespace?: string;
    name?: string;
  }): Promise<boolean> {
    const review = await this.call({
      method: 'POST',
      path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: access },
      },
    });
    return Boolean(review.status?.allowed);
  }

  private async typeOf(object: {
    apiVersion: string;
    kind: string;
  }): Promise<ResourceType> {
    const type = await this.findType(object.apiVersion, object.kind);
    if (!type) {
      throw new ClusterError(
        `Cluster ${this.name} does not serve ${object.kind} in ${object.apiVersion}`,
        404,
        'KindNotServed',
        this.name,
      );
    }
    return type;
  }

  /** Repeats what is harmless to repeat. A POST that broke off may have happened: it is for its caller to look. */
  private async call(request: RawRequest): Promise<any> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await sendRequest(this.kubeConfig, this.name, request);
      } catch (error) {
        const again =
          error instanceof ClusterError &&
          error.transient &&
          attempt < ATTEMPTS &&
          (request.method !== 'POST' || error.statusCode === 429);
        if (!again) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, 200 * 2 ** attempt));
      }
    }
  }
}

function writeQuery(options: { dryRun?: boolean } = {}): URLSearchParams {
  const query = new URLSearchParams({ fieldManager: FIELD_MANAGER });
  if (options.dryRun) {
    query.set('dryRun', 'All');
  }
  return query;
}
