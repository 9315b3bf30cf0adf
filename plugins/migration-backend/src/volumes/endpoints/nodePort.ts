/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { Endpoint } from './Endpoint';

/** A port of the node that the receiver runs on, or of an address that the administrator named. */
export const nodePort: Endpoint = {
  kind: 'NodePort',
  serviceType: 'NodePort',
  async find(context, receiver, { nodeAddresses }) {
    const port = receiver.service.spec.ports?.[0]?.nodePort;
    const { nodeName } = receiver.pod.spec;
    const host =
      nodeAddresses[0] ?? (await addressOfNode(context.destination, nodeName));
    return port && host
      ? { endpoint: { kind: 'direct', host, port } }
      : {
          declined: `NodePort: the Service has no node port, or node ${nodeName} no address`,
        };
  },
};

async function addressOfNode(
  cluster: ClusterClient,
  nodeName: string,
): Promise<string | undefined> {
  const node = await cluster.get({
    apiVersion: 'v1',
    kind: 'Node',
    name: nodeName,
  });
  const addresses: Array<{ type: string; address: string }> =
    node?.status?.addresses ?? [];
  return (
    addresses.find(a => a.type === 'ExternalIP') ??
    addresses.find(a => a.type === 'InternalIP')
  )?.address;
}
