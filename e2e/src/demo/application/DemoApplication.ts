/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import type { KubernetesObject } from '@kubernetes/client-node';
import { type ApiVersions } from './apiVersions';

export interface DemoApplicationOptions {
  namespace: string;
  /** Image with PostgreSQL, nginx and Python; see packages/local-clusters/src/images. */
  image: string;
  /** Generated rows, about that many MiB. */
  databaseMiB: number;
  /** Pages of the website. */
  websiteFiles: number;
}

/** What every part of the application is built from. */
export interface DemoApplicationContext extends DemoApplicationOptions {
  apiVersions: ApiVersions;
}

/** Its spec, data and the like depend on its kind. */
export type DemoObject = KubernetesObject & {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
  };
  [field: string]: any;
};

export const partOf = { 'app.kubernetes.io/part-of': 'webshop' };
/** On what the demo made itself, so that it removes nothing else. */
export const madeByDemo = {
  'app.kubernetes.io/managed-by': 'namespace-migration-demo',
};
