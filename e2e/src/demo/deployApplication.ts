/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type ClusterAccess } from './ClusterAccess';
import { chooseApiVersions } from './application/apiVersions';
import {
  type DemoApplicationOptions,
  type DemoObject,
  madeByDemo,
} from './application/DemoApplication';
import { demoObjects } from './application/demoObjects';
import { GivenUp, waitUntil } from './waitUntil';

const [managedBy, demo] = Object.entries(madeByDemo)[0];

/** The application's objects in the versions that this cluster serves. */
export async function objectsFor(
  cluster: ClusterAccess,
  options: DemoApplicationOptions,
): Promise<DemoObject[]> {
  const served = new Set(
    (await cluster.types()).map(
      ({ apiVersion, kind }) => `${apiVersion} ${kind}`,
    ),
  );
  return demoObjects({ ...options, apiVersions: chooseApiVersions(served) });
}

/** @throws when the namespace is there and somebody else's */
export async function isDeployed(
  cluster: ClusterAccess,
  namespace: string,
): Promise<boolean> {
  const found = await cluster.call('GET', `/api/v1/namespaces/${namespace}`);
  if (found && found.metadata.labels?.[managedBy] !== demo) {
    throw new Error(
      `Namespace ${namespace} on ${cluster.name} (${cluster.server}) was not made by this demo. Nothing was changed there; give another one with --namespace`,
    );
  }
  return found !== undefined;
}

/** Creates what is not there; what is there stays as it is. */
export async function deployApplication(
  cluster: ClusterAccess,
  options: DemoApplicationOptions,
): Promise<void> {
  for (const object of await objectsFor(cluster, options)) {
    await cluster.createIfAbsent(object);
    if (object.kind === 'CustomResourceDefinition') {
      await waitUntil(
        `${cluster.name} serves ${object.spec.names.kind}`,
        async () =>
          (
            await cluster.types(true)
          ).some(({ kind }) => kind === object.spec.names.kind),
        { seconds: 60 },
      );
    }
  }
}

/** Waits until every workload has its replicas ready. @throws at once when an image cannot be had */
export async function waitUntilReady(
  cluster: ClusterAccess,
  namespace: string,
  signal?: AbortSignal,
): Promise<void> {
  const apps = `/apis/apps/v1/namespaces/${namespace}`;
  await waitUntil(
    `The demo application runs on ${cluster.name}`,
    async () => {
      const pods = await cluster.call(
        'GET',
        `/api/v1/namespaces/${namespace}/pods`,
      );
      refuseMissingImages(cluster, pods.items);
      const workloads = [
        ...(await cluster.call('GET', `${apps}/deployments`)).items,
        ...(await cluster.call('GET', `${apps}/statefulsets`)).items,
      ];
      const unready = workloads.filter(
        workload =>
          (workload.status?.readyReplicas ?? 0) < workload.spec.replicas,
      );
      if (unready.length > 0) {
        throw new Error(
          unready
            .map(
              ({ kind, metadata }) => `${kind ?? 'workload'} ${metadata.name}`,
            )
            .join(', '),
        );
      }
      return true;
    },
    { seconds: 600, signal },
  );
}

function refuseMissingImages(cluster: ClusterAccess, pods: any[]): void {
  for (const pod of pods) {
    for (const status of [
      ...(pod.status.initContainerStatuses ?? []),
      ...(pod.status.containerStatuses ?? []),
    ]) {
      const { reason, message } = status.state?.waiting ?? {};
      if (
        ['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName'].includes(
          reason,
        )
      ) {
        throw new GivenUp(
          `${cluster.name} cannot get image ${status.image} for pod ${pod.metadata.name} (${message}). Push it to a registry that the cluster reaches and name it with --demo-image`,
        );
      }
    }
  }
}

/** Removes namespace and definition, and waits until they are gone. Touches only what the demo made. */
export async function removeApplication(
  cluster: ClusterAccess,
  namespace: string,
): Promise<void> {
  const paths = [
    `/api/v1/namespaces/${namespace}`,
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/campaigns.webshop.example.org',
  ];
  for (const path of paths) {
    const found = await cluster.call('GET', path);
    if (found?.metadata.labels?.[managedBy] !== demo) {
      continue;
    }
    await cluster.call('DELETE', path);
    await waitUntil(
      `${path} on ${cluster.name} is gone`,
      async () => (await cluster.call('GET', path)) === undefined,
      { seconds: 300 },
    );
  }
}
