/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RegistryAccess } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
} from '@namespace-migration/plugin-migration-node';
import { isInternalRegistry } from './mapImage';

/**
 * How pods reach OpenShift's own registry: that of another cluster by the route that its administrator exposes
 * (docs.openshift.com, "Exposing the registry"), that of their own by its Service, whose authority OpenShift puts into
 * every namespace.
 */
export async function internalAccess(
  cluster: ClusterClient,
  from: 'outside' | 'inside',
  registry: string,
  /** Of the pods. */
  namespace: string,
): Promise<Pick<RegistryAccess, 'address' | 'caBundle'>> {
  if (!isInternalRegistry(registry)) {
    return {};
  }
  if (from === 'outside') {
    const route = await cluster
      .get({
        apiVersion: 'route.openshift.io/v1',
        kind: 'Route',
        namespace: 'openshift-image-registry',
        name: 'default-route',
      })
      .catch(ifForbidden);
    return route?.spec?.host ? { address: route.spec.host } : {};
  }
  const authority = await cluster.get({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace,
    name: 'openshift-service-ca.crt',
  });
  const caBundle = authority?.data?.['service-ca.crt'];
  return caBundle ? { caBundle } : {};
}

/** Who may not read it names the address in the plan; the mover's failure says so. */
function ifForbidden(error: unknown): undefined {
  if (error instanceof ClusterError && error.statusCode === 403) {
    return undefined;
  }
  throw error;
}
