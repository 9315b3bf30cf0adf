/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** Annotations that make cert-manager or OpenShift's service CA write the bundle. */
const injectors = [
  'cert-manager.io/inject-ca-from',
  'cert-manager.io/inject-ca-from-secret',
];
const openShiftInjector = 'service.beta.openshift.io/inject-cabundle';

/** A client configuration follows its Service; a bundle that the destination injects is left to it, one of a person stays. */
export function moveCalledService(
  object: KubernetesObject,
  client: any,
  namespaces: Record<string, string>,
): void {
  const service = client?.service;
  if (service && namespaces[service.namespace]) {
    service.namespace = namespaces[service.namespace];
  }
  if (client && isInjected(object)) {
    delete client.caBundle;
  }
}

export function moveInjector(
  object: KubernetesObject,
  namespaces: Record<string, string>,
): void {
  const { annotations } = object.metadata;
  for (const injector of injectors) {
    const [namespace, name] = annotations?.[injector]?.split('/') ?? [];
    if (annotations && name && namespaces[namespace]) {
      annotations[injector] = `${namespaces[namespace]}/${name}`;
    }
  }
}

export function isInjected({ metadata }: KubernetesObject): boolean {
  const { annotations = {} } = metadata;
  return (
    annotations[openShiftInjector] === 'true' ||
    injectors.some(injector => injector in annotations)
  );
}
