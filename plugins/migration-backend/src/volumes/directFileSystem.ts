/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EndpointKind,
  MOVER_PORT,
  MoverEndpoint,
  PlannedVolume,
  receiverName,
  senderName,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { MoverKeys } from './moverKeys';
import { helperLabels, MoverOwner } from './moverPod';
import {
  createUnlessThere,
  ensureMover,
  MoverState,
  observeMover,
  whyNotRunning,
} from './runMover';
import { helperName, volumeName } from './volumeName';

const DATA_PATH = '/volume';

export interface TransferContext {
  owner: MoverOwner;
  source: ClusterClient;
  destination: ClusterClient;
  images: { source: string; destination: string };
  keys: MoverKeys;
}

/** The receiving side of one volume: a Service and a pod that mounts the destination claim. */
export async function ensureReceiver(
  context: TransferContext,
  volume: PlannedVolume,
  serviceType: 'ClusterIP' | 'NodePort',
): Promise<{
  ready: boolean;
  waitingFor: string;
  pod: KubernetesObject;
  service: KubernetesObject;
}> {
  const short = volumeName(volume);
  const { owner, destination } = context;
  const name = helperName('recv', short, owner.migrationId);
  const { namespace, claim } = volume.target;
  const labels = helperLabels(owner, 'receiver', short);
  const service = await ensureService(destination, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels },
    spec: {
      type: serviceType,
      selector: {
        ...labels,
        'namespace-migration.io/fencing-token': undefined,
      },
      ports: [{ name: 'mover', port: MOVER_PORT, targetPort: MOVER_PORT }],
    },
  });
  const pod = await ensureMover(
    destination,
    {
      ...owner,
      namespace,
      name,
      component: 'receiver',
      image: context.images.destination,
      volume: short,
      claim: { name: claim, path: DATA_PATH, readOnly: false },
      restart: true,
      ports: [MOVER_PORT],
    },
    {
      role: 'receive',
      migrationId: owner.migrationId,
      fencingToken: owner.fencingToken,
      port: MOVER_PORT,
      peerName: senderName(owner.migrationId),
      volumes: [{ name: short, path: DATA_PATH }],
      stateDir: '/var/lib/mover',
    },
    { ca: context.keys.ca, ...context.keys.receiver },
  );
  const ready = Boolean(
    pod.status?.conditions?.some(
      (c: any) => c.type === 'Ready' && c.status === 'True',
    ),
  );
  return {
    ready,
    pod,
    service,
    waitingFor:
      whyNotRunning(pod) ??
      `receiver pod ${namespace}/${name} on ${destination.name} to be ready`,
  };
}

async function ensureService(
  cluster: ClusterClient,
  service: KubernetesObject,
): Promise<KubernetesObject> {
  const existing = await cluster.get({
    ...service,
    namespace: service.metadata.namespace,
    name: service.metadata.name,
  });
  return existing ?? createUnlessThere(cluster, service);
}

/** Where the source's movers find a receiver by this kind of endpoint; undefined with a reason when they cannot. */
export async function endpointOf(
  context: TransferContext,
  kind: EndpointKind,
  receiver: { pod: KubernetesObject; service: KubernetesObject },
  nodeAddresses: string[],
): Promise<{ endpoint: MoverEndpoint } | { declined: string }> {
  if (kind === 'ClusterIP') {
    return context.source.server === context.destination.server
      ? {
          endpoint: {
            kind: 'direct',
            host: receiver.service.spec.clusterIP,
            port: MOVER_PORT,
          },
        }
      : {
          declined: 'ClusterIP needs source and destination to be one cluster',
        };
  }
  if (kind === 'NodePort') {
    const port = receiver.service.spec.ports?.[0]?.nodePort;
    const host =
      nodeAddresses[0] ??
      (await addressOfNode(context.destination, receiver.pod.spec.nodeName));
    return port && host
      ? { endpoint: { kind: 'direct', host, port } }
      : {
          declined: `NodePort: the Service has no node port, or node ${receiver.pod.spec.nodeName} no address`,
        };
  }
  return { declined: `${kind} is not offered yet` };
}

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

/** Starts, or finds, a probe of an endpoint from the source's namespace. */
export async function probe(
  context: TransferContext,
  volume: PlannedVolume,
  kind: EndpointKind,
  endpoint: MoverEndpoint,
): Promise<MoverState> {
  return oneShot(
    context,
    volume,
    `probe-${kind.toLowerCase()}`,
    'prober',
    false,
    short => ({
      role: 'probe',
      ...dialling(context, short, endpoint, 15),
    }),
  );
}

export interface PassOptions {
  pass: 'bulk' | 'final';
  attempt: number;
  endpoint: MoverEndpoint;
  bandwidthLimitKiB?: number;
  nodeName?: string;
}

/** Starts, or finds, one pass. */
export async function runPass(
  context: TransferContext,
  volume: PlannedVolume,
  options: PassOptions,
): Promise<MoverState> {
  return oneShot(
    context,
    volume,
    `${options.pass}-${options.attempt}`,
    'sender',
    true,
    short => ({
      role: 'send',
      pass: options.pass,
      streams: 1,
      bandwidthLimitKiB: options.bandwidthLimitKiB,
      ...dialling(context, short, options.endpoint, 120),
    }),
    options.nodeName,
  );
}

/** Starts, or finds, the comparison of both sides. */
export async function runComparison(
  context: TransferContext,
  volume: PlannedVolume,
  options: {
    mode: 'full' | 'metadata';
    attempt: number;
    endpoint: MoverEndpoint;
    nodeName?: string;
  },
): Promise<MoverState> {
  return oneShot(
    context,
    volume,
    `compare-${options.attempt}`,
    'comparer',
    true,
    short => ({
      role: 'compare',
      mode: options.mode,
      maxDifferences: 1000,
      parallelism: 8,
      ...dialling(context, short, options.endpoint, 120),
    }),
    options.nodeName,
  );
}

function dialling(
  context: TransferContext,
  short: string,
  endpoint: MoverEndpoint,
  deadlineSeconds: number,
) {
  const { migrationId, fencingToken } = context.owner;
  return {
    migrationId,
    fencingToken,
    endpoint,
    peerName: receiverName(migrationId),
    volume: { name: short, path: DATA_PATH },
    deadlineSeconds,
  };
}

async function oneShot(
  context: TransferContext,
  volume: PlannedVolume,
  what: string,
  component: 'sender' | 'comparer' | 'prober',
  mounts: boolean,
  config: (short: string) => Parameters<typeof ensureMover>[2],
  nodeName?: string,
): Promise<MoverState> {
  const short = volumeName(volume);
  const pod = await ensureMover(
    context.source,
    {
      ...context.owner,
      namespace: volume.namespace,
      name: helperName(what, short, context.owner.migrationId),
      component,
      image: context.images.source,
      volume: short,
      claim: mounts
        ? { name: volume.claim, path: DATA_PATH, readOnly: true }
        : undefined,
      nodeName,
      restart: false,
    },
    config(short),
    { ca: context.keys.ca, ...context.keys.sender },
  );
  return observeMover(context.source, pod);
}
