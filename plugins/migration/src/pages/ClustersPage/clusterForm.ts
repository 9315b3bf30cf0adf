/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Cluster,
  ClusterConnection,
  ClusterInput,
  ClusterOptions,
  EndpointKind,
} from '@namespace-migration/plugin-migration-common';

/** What the form's fields hold: text, as it was typed. */
export interface ClusterValues {
  name: string;
  title: string;
  kind: ClusterConnection['kind'];
  kubeconfig: string;
  context: string;
  server: string;
  caBundle: string;
  token: string;
  moverImage: string;
  endpoints: EndpointKind[];
  /** With commas between. */
  nodeAddresses: string;
  /** With commas between. */
  movable: string;
  routeDomain: string;
  routeAddress: string;
  routePort: string;
  moversPerCluster: string;
  moversPerNode: string;
}

/** The fields' paths as the API names them. */
export const clusterFields = [
  'name',
  'title',
  'connection.kubeconfig',
  'connection.context',
  'connection.server',
  'connection.caBundle',
  'connection.token',
  'connection',
  'options.moverImage',
  'options.endpoints',
  'options.nodeAddresses',
  'options.movableStorageClasses',
  'options.route.domain',
  'options.route.address',
  'options.route.port',
  'options.limits.moversPerCluster',
  'options.limits.moversPerNode',
];

export function clusterValuesOf(cluster?: Cluster): ClusterValues {
  const { route, limits, ...options } = cluster?.options ?? {};
  return {
    name: cluster?.name ?? '',
    title: cluster?.title ?? '',
    kind: cluster?.connection.kind ?? 'kubeconfig',
    kubeconfig: '',
    context: '',
    server:
      cluster?.connection.kind === 'serviceAccount'
        ? cluster.connection.server ?? ''
        : '',
    caBundle: '',
    token: '',
    moverImage: options.moverImage ?? '',
    endpoints: options.endpoints ?? [],
    nodeAddresses: (options.nodeAddresses ?? []).join(', '),
    movable: (options.movableStorageClasses ?? []).join(', '),
    routeDomain: route?.domain ?? '',
    routeAddress: route?.address ?? '',
    routePort: route?.port?.toString() ?? '',
    moversPerCluster: limits?.moversPerCluster?.toString() ?? '',
    moversPerNode: limits?.moversPerNode?.toString() ?? '',
  };
}

/** Whether what must be given is given; of a known cluster the credentials may stay what they are. */
export function isComplete(values: ClusterValues, known?: Cluster): boolean {
  if (!values.name) {
    return false;
  }
  if (known?.connection.kind === values.kind) {
    return values.kind !== 'serviceAccount' || values.server !== '';
  }
  switch (values.kind) {
    case 'kubeconfig':
      return values.kubeconfig !== '';
    case 'serviceAccount':
      return values.server !== '' && values.token !== '';
    default:
      return true;
  }
}

export function clusterInputOf(values: ClusterValues): ClusterInput {
  return {
    name: values.name,
    title: values.title,
    connection: connectionOf(values),
    options: optionsOf(values),
  };
}

function connectionOf(values: ClusterValues): ClusterConnection {
  switch (values.kind) {
    case 'kubeconfig':
      return given({
        kind: values.kind,
        kubeconfig: values.kubeconfig || undefined,
        context: values.context || undefined,
      });
    case 'serviceAccount':
      return given({
        kind: values.kind,
        server: values.server.trim(),
        caBundle: values.caBundle || undefined,
        token: values.token.trim() || undefined,
      });
    default:
      return { kind: values.kind };
  }
}

function optionsOf(values: ClusterValues): ClusterOptions {
  const route = given({
    domain: values.routeDomain || undefined,
    address: values.routeAddress || undefined,
    port: numberOf(values.routePort),
  });
  const limits = given({
    moversPerCluster: numberOf(values.moversPerCluster),
    moversPerNode: numberOf(values.moversPerNode),
  });
  return given({
    moverImage: values.moverImage || undefined,
    endpoints: values.endpoints.length > 0 ? values.endpoints : undefined,
    nodeAddresses: listOf(values.nodeAddresses),
    movableStorageClasses: listOf(values.movable),
    route: Object.keys(route).length > 0 ? route : undefined,
    limits: Object.keys(limits).length > 0 ? limits : undefined,
  });
}

function given<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as T;
}

function listOf(text: string): string[] | undefined {
  const items = text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
  return items.length > 0 ? items : undefined;
}

function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}
