/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MOVER_PORT } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { ensureObject } from '../ensureObject';
import { receiverService } from '../receiverService';
import { Endpoint } from './Endpoint';
import { secondsSince } from './secondsSince';

const DEADLINE_SECONDS = 120;

/**
 * A load balancer of the destination's cloud, by a Service of its own for each receiver. In the default ladder only
 * where the cluster has balanced something before: elsewhere every migration would wait for what never comes.
 */
export const loadBalancer: Endpoint = {
  kind: 'LoadBalancer',
  serviceType: 'ClusterIP',
  // its name may have to become known first, and its health checks to succeed
  probeSeconds: 120,
  async find({ destination, owner }, { volume }, { asked }) {
    const wanted = receiverService(owner, volume, 'lb', 'LoadBalancer');
    if (!asked && !(await hasBalanced(destination))) {
      return {
        declined: `LoadBalancer: no Service of cluster ${destination.name} has ever got an address of one; name LoadBalancer in a ladder of endpoints to try it nevertheless`,
      };
    }
    const service = await ensureObject(destination, wanted);
    const host = addressOf(service);
    if (host) {
      return { endpoint: { kind: 'direct', host, port: MOVER_PORT } };
    }
    const what = `Service ${service.metadata.namespace}/${service.metadata.name} on ${destination.name} to get a load balancer's address`;
    return secondsSince(service) < DEADLINE_SECONDS
      ? { waitingFor: what }
      : {
          declined: `LoadBalancer: waited ${DEADLINE_SECONDS} s for ${what}; look at its events`,
        };
  },
  async withdraw({ destination, owner }, volume) {
    const { apiVersion, kind, metadata } = receiverService(
      owner,
      volume,
      'lb',
      'LoadBalancer',
    );
    const { namespace, name } = metadata;
    await destination.delete({ apiVersion, kind, namespace, name });
  },
};

async function hasBalanced(cluster: ClusterClient): Promise<boolean> {
  for await (const services of cluster.listPages({
    apiVersion: 'v1',
    kind: 'Service',
  })) {
    if (services.some(addressOf)) {
      return true;
    }
  }
  return false;
}

function addressOf(service: KubernetesObject): string | undefined {
  const ingress: Array<{ ip?: string; hostname?: string }> =
    service.status?.loadBalancer?.ingress ?? [];
  return ingress
    .map(({ ip, hostname }) => ip ?? hostname)
    .find(address => address);
}
