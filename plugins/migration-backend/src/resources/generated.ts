/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** Made by the cluster in every namespace. */
export const givenServiceAccounts = ['default', 'builder', 'deployer'];

/** Secrets that the token controllers of Kubernetes and OpenShift name after a service account. */
export function isGeneratedName(serviceAccount: string, secret: string) {
  return new RegExp(
    `^${serviceAccount.replace(/\./g, '\\.')}-(token|dockercfg)-[a-z0-9]{5}$`,
  ).test(secret);
}

export function isGeneratedSecret({
  type,
  metadata: { name, annotations = {} },
}: KubernetesObject): boolean {
  const serviceAccount = annotations['kubernetes.io/service-account.name'];
  switch (type) {
    case 'kubernetes.io/service-account-token':
      // a person's has a name of its own: it comes, and the destination fills it
      return (
        serviceAccount === undefined || isGeneratedName(serviceAccount, name)
      );
    case 'kubernetes.io/dockercfg':
      return (
        'openshift.io/token-secret.name' in annotations ||
        /-dockercfg-[a-z0-9]{5}$/.test(name)
      );
    default:
      return [
        'service.beta.openshift.io/originating-service-name',
        'service.alpha.openshift.io/originating-service-name',
      ].some(annotation => annotation in annotations);
  }
}

/** Whether a service account is as its cluster made it. */
export function isPristine(object: KubernetesObject): boolean {
  const own = (list?: Array<{ name: string }>) =>
    (list ?? []).some(
      ({ name }) => !isGeneratedName(object.metadata.name, name),
    );
  return (
    Object.keys(object.metadata.labels ?? {}).length === 0 &&
    !own(object.secrets) &&
    !own(object.imagePullSecrets)
  );
}
