/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { EndpointKind } from '@namespace-migration/plugin-migration-common';
import { clusterIP } from './clusterIP';
import { Endpoint } from './Endpoint';
import { loadBalancer } from './loadBalancer';
import { nodePort } from './nodePort';
import { route } from './route';
import { tunnel } from './tunnel';

/** In the order in which they are tried: the most direct first. */
export const endpoints: Endpoint[] = [
  clusterIP,
  route,
  loadBalancer,
  nodePort,
  tunnel,
];

export const defaultLadder: EndpointKind[] = endpoints.map(({ kind }) => kind);

export function endpointOfKind(kind: EndpointKind): Endpoint {
  const found = endpoints.find(endpoint => endpoint.kind === kind);
  if (!found) {
    throw new Error(
      `Endpoint ${kind} is unknown; there are ${defaultLadder.join(', ')}`,
    );
  }
  return found;
}

/** What the receivers' Services must be for every rung of the ladder to work. */
export function serviceTypeFor(
  ladder: EndpointKind[],
): Endpoint['serviceType'] {
  return ladder.some(kind => endpointOfKind(kind).serviceType === 'NodePort')
    ? 'NodePort'
    : 'ClusterIP';
}
