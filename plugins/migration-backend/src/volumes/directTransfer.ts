/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EndpointKind,
  MOVER_PORT,
  MoverEndpoint,
  NotCompared,
  PlannedVolume,
  receiverName,
  senderName,
  VerifyMode,
} from '@namespace-migration/plugin-migration-common';
import {
  Endpoint,
  EndpointOptions,
  Found,
  Receiver,
} from './endpoints/Endpoint';
import { endpointOfKind } from './endpoints';
import { ensureObject } from './ensureObject';
import { MoverPodOptions } from './moverPod';
import { receiverService } from './receiverService';
import { TransferContext } from './TransferContext';
import {
  ensureMover,
  MoverState,
  observeMover,
  whyNotRunning,
} from './runMover';
import { notComparedBy } from './security/notComparedBy';
import { findOrStart } from './findOrStart';
import { helperName, volumeName } from './volumeName';

/** Where a mover finds the volume, and how. */
function mountOf(volume: PlannedVolume) {
  return volume.volumeMode === 'Block'
    ? { path: '/dev/volume', mode: 'Block' as const }
    : { path: '/volume', mode: 'Filesystem' as const };
}

/** Files hashed at the same time on each side. */
const PARALLELISM = 8;

/** What is asked for the rights of a volume's movers. */
export function rightsOf(context: TransferContext, volume: PlannedVolume) {
  return {
    security: { asked: context.security, application: volume.application },
    resources: context.resources,
  };
}

/** The receiving side of one volume: a Service and a pod that mounts the destination claim, or nothing. */
export async function ensureReceiver(
  context: TransferContext,
  volume: PlannedVolume,
  serviceType: Endpoint['serviceType'],
  { mounts = true } = {},
): Promise<Receiver & { ready: boolean; waitingFor: string }> {
  const short = volumeName(volume);
  const { owner, destination } = context;
  const name = helperName('recv', short, owner.migrationId);
  const { namespace, claim } = volume.target;
  const service = await ensureObject(
    destination,
    receiverService(owner, volume, 'recv', serviceType),
  );
  const pod = await ensureMover(
    destination,
    {
      ...owner,
      namespace,
      name,
      component: 'receiver',
      image: context.images.destination,
      volume: short,
      claim: mounts
        ? {
            name: claim,
            path: mountOf(volume).path,
            readOnly: false,
            block: volume.volumeMode === 'Block',
          }
        : undefined,
      restart: true,
      ports: [MOVER_PORT],
      ...rightsOf(context, volume),
    },
    {
      role: 'receive',
      migrationId: owner.migrationId,
      fencingToken: owner.fencingToken,
      port: MOVER_PORT,
      peerName: senderName(owner.migrationId),
      volumes: [{ name: short, ...mountOf(volume) }],
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
    volume,
    pod,
    service,
    waitingFor:
      whyNotRunning(pod) ??
      `receiver pod ${namespace}/${name} on ${destination.name} to be ready`,
  };
}

/** A rung of the ladder with what it found. */
export interface Way {
  kind: EndpointKind;
  endpoint: MoverEndpoint;
  notCompared: NotCompared[];
}

/** The way by this kind of endpoint, or what it waits for, or why it is none. */
export async function wayBy(
  kind: EndpointKind,
  context: TransferContext,
  receiver: Receiver,
  options: EndpointOptions,
): Promise<Way | Exclude<Found, { endpoint: MoverEndpoint }>> {
  const found = await endpointOfKind(kind).find(context, receiver, options);
  return 'endpoint' in found
    ? { kind, ...found, notCompared: notComparedBy(receiver) }
    : found;
}

/** Starts, or finds, a probe of an endpoint from the source's namespace. */
export async function probe(
  context: TransferContext,
  volume: PlannedVolume,
  way: Way,
  round: number,
): Promise<MoverState> {
  return oneShot(
    context,
    volume,
    way,
    { what: `probe-${way.kind.toLowerCase()}-${round}`, component: 'prober' },
    () => ({
      role: 'probe',
      ...dialling(
        context,
        volume,
        way.endpoint,
        endpointOfKind(way.kind).probeSeconds ?? 15,
      ),
    }),
  );
}

export interface PassOptions {
  pass: 'bulk' | 'final';
  attempt: number;
  way: Way;
  streams: number;
  bandwidthLimitKiB?: number;
  /** What it reads; by default the volume's own. */
  claim?: string;
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
    options.way,
    {
      what: `${options.pass}-${options.attempt}`,
      component: 'sender',
      waits: options.pass === 'bulk',
      claim: options.claim,
      nodeName: options.nodeName,
    },
    () => ({
      role: 'send',
      pass: options.pass,
      streams: options.streams,
      unprivileged: options.way.notCompared.length > 0,
      bandwidthLimitKiB: options.bandwidthLimitKiB,
      ...dialling(context, volume, options.way.endpoint, 120),
    }),
  );
}

/** Starts, or finds, the comparison of both sides. */
export async function runComparison(
  context: TransferContext,
  volume: PlannedVolume,
  options: {
    mode: VerifyMode;
    samplePercent?: number;
    /** Files that a prover has read before, and that have not changed since, are not read again. */
    recall?: boolean;
    attempt: number;
    way: Way;
    nodeName?: string;
  },
): Promise<MoverState> {
  return oneShot(
    context,
    volume,
    options.way,
    {
      what: `compare-${options.attempt}`,
      component: 'comparer',
      nodeName: options.nodeName,
    },
    () => ({
      role: 'compare',
      mode: options.mode,
      samplePercent: options.samplePercent,
      recall: options.recall,
      maxDifferences: 1000,
      parallelism: PARALLELISM,
      notCompared: options.way.notCompared,
      ...dialling(context, volume, options.way.endpoint, 120),
    }),
  );
}

/** Starts, or finds, the reading of both sides beside the living application. */
export async function runProver(
  context: TransferContext,
  volume: PlannedVolume,
  options: {
    mode: 'full' | 'sample';
    samplePercent?: number;
    attempt: number;
    way: Way;
    nodeName?: string;
  },
): Promise<MoverState> {
  return oneShot(
    context,
    volume,
    options.way,
    {
      what: `prove-${options.attempt}`,
      component: 'prover',
      waits: true,
      nodeName: options.nodeName,
    },
    () => ({
      role: 'prove',
      mode: options.mode,
      samplePercent: options.samplePercent,
      parallelism: PARALLELISM,
      ...dialling(context, volume, options.way.endpoint, 120),
    }),
  );
}

function dialling(
  context: TransferContext,
  volume: PlannedVolume,
  endpoint: MoverEndpoint,
  deadlineSeconds: number,
) {
  const { migrationId, fencingToken } = context.owner;
  return {
    migrationId,
    fencingToken,
    endpoint,
    peerName: receiverName(migrationId),
    volume: { name: volumeName(volume), ...mountOf(volume) },
    deadlineSeconds,
  };
}

async function oneShot(
  context: TransferContext,
  volume: PlannedVolume,
  way: Way,
  pod: {
    what: string;
    component: 'sender' | 'comparer' | 'prover' | 'prober';
    /** For a free place: what works while the application is down is counted, but does not wait for others. */
    waits?: boolean;
    /** By default the volume's own. */
    claim?: string;
    nodeName?: string;
  },
  config: () => Parameters<typeof ensureMover>[2],
): Promise<MoverState> {
  const short = volumeName(volume);
  const { carry, release } = endpointOfKind(way.kind);
  const options: MoverPodOptions = {
    ...context.owner,
    namespace: volume.namespace,
    name: helperName(pod.what, short, context.owner.migrationId),
    component: pod.component,
    image: context.images.source,
    volume: short,
    claim:
      pod.component === 'prober'
        ? undefined
        : {
            name: pod.claim ?? volume.claim,
            path: mountOf(volume).path,
            readOnly: true,
            block: volume.volumeMode === 'Block',
          },
    nodeName: pod.nodeName,
    restart: false,
    ...rightsOf(context, volume),
  };
  const started = await findOrStart(context, options, Boolean(pod.waits), () =>
    ensureMover(context.source, options, config(), {
      ca: context.keys.ca,
      ...context.keys.sender,
    }),
  );
  if ('waitingFor' in started) {
    return { state: 'running', lines: [], ...started };
  }
  const mover = started.taken;
  if (mover.status?.phase === 'Running') {
    carry?.(context, volume, mover);
  }
  const state = await observeMover(context.source, mover);
  if (state.state !== 'running') {
    await release?.(context, mover);
  }
  return state;
}
