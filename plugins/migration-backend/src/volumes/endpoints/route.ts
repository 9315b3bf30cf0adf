/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { ensureObject } from '../ensureObject';
import { helperLabels } from '../moverPod';
import { TransferContext } from '../TransferContext';
import { helperName, volumeName } from '../volumeName';
import { Endpoint, EndpointOptions, Found } from './Endpoint';
import { routeNames } from './routeNames';
import { secondsSince } from './secondsSince';

const routeKind = { apiVersion: 'route.openshift.io/v1', kind: 'Route' };
const DEADLINE_SECONDS = 60;

/** OpenShift's router. It lets the movers' TLS through untouched and chooses the receiver by the host in it (SNI). */
export const route: Endpoint = {
  kind: 'Route',
  serviceType: 'ClusterIP',
  // the router loads a new Route every few seconds
  probeSeconds: 45,
  async find(context, { volume, service }, options) {
    const { destination, owner } = context;
    if (!(await destination.findType(routeKind.apiVersion, routeKind.kind))) {
      return {
        declined: `Route: cluster ${destination.name} serves no ${routeKind.apiVersion}`,
      };
    }
    const names = await namesFor(context, volume, options);
    if (!names) {
      return {
        declined: `Route: a host of namespace ${volume.target.namespace} would be longer than 63 characters; give route.domain in the options of cluster ${destination.name}`,
      };
    }
    const wanted: KubernetesObject = {
      ...routeKind,
      metadata: {
        name: names.name,
        namespace: volume.target.namespace,
        labels: helperLabels(owner, 'receiver', volumeName(volume)),
      },
      spec: {
        ...(names.host && { host: names.host }),
        to: { kind: 'Service', name: service.metadata.name, weight: 100 },
        port: { targetPort: 'mover' },
        tls: {
          termination: 'passthrough',
          insecureEdgeTerminationPolicy: 'None',
        },
        wildcardPolicy: 'None',
      },
    };
    try {
      return admitted(
        destination,
        await ensureObject(destination, wanted),
        options.route,
      );
    } catch (error) {
      if (isDefinitionGone(error)) {
        return {
          declined: `Route: cluster ${destination.name} serves ${routeKind.apiVersion} no longer`,
        };
      }
      throw error;
    }
  },
  async withdraw(context, volume) {
    const { destination, owner } = context;
    if (!(await destination.findType(routeKind.apiVersion, routeKind.kind))) {
      return;
    }
    const { namespace } = volume.target;
    const labels = helperLabels(owner, 'receiver', volumeName(volume));
    const { 'namespace-migration.io/fencing-token': _, ...own } = labels;
    const labelSelector = Object.entries(own)
      .map(([key, value]) => `${key}=${value}`)
      .join(',');
    for (const { metadata } of await destination.list(routeKind, {
      namespace,
      labelSelector,
    })) {
      await destination.delete({
        ...routeKind,
        namespace,
        name: metadata.name,
      });
    }
  },
};

/**
 * A definition that was deleted after it was discovered: the API server answers a bare 404. A namespace that is not
 * there is a 404 with the reason NotFound, and stays an error.
 */
function isDefinitionGone(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    error.statusCode === 404 &&
    error.reason !== 'NotFound'
  );
}

async function namesFor(
  { destination, owner }: TransferContext,
  volume: PlannedVolume,
  options: EndpointOptions,
) {
  return routeNames({
    name: helperName('route', volumeName(volume), owner.migrationId),
    namespace: volume.target.namespace,
    domain: options.route?.domain ?? (await ingressDomain(destination)),
  });
}

/** Where OpenShift keeps it; an account that may not read it leaves the host to the router. */
async function ingressDomain(
  cluster: ClusterClient,
): Promise<string | undefined> {
  try {
    const ingress = await cluster.get({
      apiVersion: 'config.openshift.io/v1',
      kind: 'Ingress',
      name: 'cluster',
    });
    return ingress?.spec?.appsDomain ?? ingress?.spec?.domain;
  } catch (error) {
    if (error instanceof ClusterError && error.statusCode === 403) {
      return undefined;
    }
    throw error;
  }
}

/** What the routers have made of it. */
export function admitted(
  cluster: Pick<ClusterClient, 'name'>,
  object: KubernetesObject,
  reached: EndpointOptions['route'],
): Found {
  const what = `Route ${object.metadata.namespace}/${object.metadata.name} on ${cluster.name}`;
  const answers: Array<{ host: string; status?: string; message?: string }> = (
    object.status?.ingress ?? []
  ).map((ingress: any) => ({
    host: ingress.host,
    ...ingress.conditions?.find(({ type }: any) => type === 'Admitted'),
  }));
  const taken = answers.find(({ status, host }) => status === 'True' && host);
  if (taken) {
    return {
      endpoint: {
        kind: 'direct',
        host: reached?.address ?? taken.host,
        port: reached?.port ?? 443,
        serverName: taken.host,
      },
    };
  }
  const refused = answers.find(({ status }) => status === 'False');
  if (refused) {
    return {
      declined: `${what} was not admitted: ${
        refused.message ?? 'no reason given'
      }`,
    };
  }
  return secondsSince(object) < DEADLINE_SECONDS
    ? { waitingFor: `${what} to be admitted by a router` }
    : {
        declined: `${what} was not admitted by any router in ${DEADLINE_SECONDS} s; look at its status`,
      };
}
