/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Duplex } from 'node:stream';

/** Any Kubernetes object, as the API server sent it; nothing is converted or dropped. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: any;
}

export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<{
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
  }>;
  finalizers?: string[];
  [field: string]: any;
}

/** One served resource, from discovery. */
export interface ResourceType {
  /** Empty for the core group. */
  group: string;
  version: string;
  /** `v1` or `apps/v1`. */
  apiVersion: string;
  kind: string;
  /** Plural, as in the path. */
  resource: string;
  namespaced: boolean;
  verbs: string[];
  /** Whether `version` is the one that the server prefers for the group. */
  preferred: boolean;
}

/** Names one object. `apiVersion` must be served by the cluster. */
export interface ObjectKey {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

export interface ListOptions {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
}

export interface WriteOptions {
  dryRun?: boolean;
  /** Is told what the API server warns of beside its answer, for example of a Pod Security level. */
  onWarning?(message: string): void;
}

/** A mounted claim as the kubelet sees it. Kubelets leave out what they cannot measure, for example hostPath. */
export interface VolumeStats {
  namespace: string;
  claim: string;
  usedBytes?: number;
  /** Of the whole file system, in which other things may lie. */
  capacityBytes?: number;
}

/**
 * Access to one cluster. All calls have a deadline and retry what is transient (429, 5xx before an answer,
 * connection errors) when repeating is harmless. They throw `ClusterError`.
 */
export interface ClusterClient {
  /** The registered name. */
  readonly name: string;
  readonly server: string;
  version(): Promise<{ gitVersion: string; major: number; minor: number }>;
  /** What the API server's clock shows, to the second. Undefined when something on the way removes the header. */
  serverTime(): Promise<Date | undefined>;
  /** Every served resource of every version; groups whose API service is down are left out and named in `failedGroups`. */
  resourceTypes(): Promise<{ types: ResourceType[]; failedGroups: string[] }>;
  /** The type that serves this kind in this version, or undefined. */
  findType(apiVersion: string, kind: string): Promise<ResourceType | undefined>;
  /** The object, or undefined when it (or its kind) does not exist. */
  get(key: ObjectKey): Promise<KubernetesObject | undefined>;
  /** All objects, page by page. */
  list(
    type: { apiVersion: string; kind: string },
    options?: ListOptions,
  ): Promise<KubernetesObject[]>;
  listPages(
    type: { apiVersion: string; kind: string },
    options?: ListOptions,
  ): AsyncIterable<KubernetesObject[]>;
  create(
    object: KubernetesObject,
    options?: WriteOptions,
  ): Promise<KubernetesObject>;
  /** Server-side apply with our field manager. */
  apply(
    object: KubernetesObject,
    options?: WriteOptions & { force?: boolean },
  ): Promise<KubernetesObject>;
  replace(object: KubernetesObject): Promise<KubernetesObject>;
  patch(
    key: ObjectKey,
    patch: object,
    options: {
      type: 'merge' | 'json' | 'strategic';
      subresource?: string;
      dryRun?: boolean;
    },
  ): Promise<KubernetesObject>;
  /** Deletes; with `uid` only that very object (409 becomes 'absent': the one asked for is gone). */
  delete(
    key: ObjectKey,
    options?: {
      uid?: string;
      propagation?: 'Background' | 'Foreground' | 'Orphan';
      gracePeriodSeconds?: number;
    },
  ): Promise<'deleted' | 'absent'>;
  /** What the node's kubelet measures of the volumes that its pods mount. @throws ClusterError, 403 where that is not allowed */
  volumeStats(node: string): Promise<VolumeStats[]>;
  /** The log so far, as text. */
  logs(
    namespace: string,
    pod: string,
    options?: {
      container?: string;
      sinceTime?: string;
      tailLines?: number;
      limitBytes?: number;
      /** Each line with its time (RFC 3339, in nanoseconds) and a space before it. */
      timestamps?: boolean;
    },
  ): Promise<string>;
  /** A byte stream to a port inside a running pod. */
  portForward(
    target: { namespace: string; pod: string; port: number },
    signal?: AbortSignal,
  ): Promise<Duplex>;
  /** May this account do it? (SelfSubjectAccessReview) */
  can(access: {
    verb: string;
    group: string;
    resource: string;
    subresource?: string;
    namespace?: string;
    name?: string;
  }): Promise<boolean>;
}
