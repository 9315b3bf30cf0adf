/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EndpointKind,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { ensureReceiver, probe, wayBy } from './directTransfer';
import { serviceTypeFor } from './endpoints';
import { EndpointOptions } from './endpoints/Endpoint';
import { TransferContext } from './TransferContext';

export interface ProbedWay {
  /** The first of the ladder by which the source reached the destination; absent when there is none. */
  endpoint?: EndpointKind;
  /** Until the receiver had answered: connection, TLS and greeting. */
  milliseconds?: number;
  /** Why those before it were not taken. */
  notChosen: string[];
}

/**
 * Climbs down the ladder with movers that mount nothing: a receiver in the destination's namespace, and a prober of
 * each endpoint in the source's. Called again and again until it waits no more.
 */
export async function probeNetwork(
  transfer: TransferContext,
  endpoints: EndpointOptions & { ladder: EndpointKind[] },
  namespaces: { source: string; destination: string },
): Promise<{ waitingFor: string } | ProbedWay> {
  const nothing = nothingMounted(namespaces);
  const receiver = await ensureReceiver(
    transfer,
    nothing,
    serviceTypeFor(endpoints.ladder),
    { mounts: false },
  );
  if (!receiver.ready) {
    return { waitingFor: receiver.waitingFor };
  }
  const notChosen: string[] = [];
  for (const kind of endpoints.ladder) {
    const way = await wayBy(kind, transfer, receiver, endpoints);
    if ('waitingFor' in way) {
      return way;
    }
    if ('declined' in way) {
      notChosen.push(way.declined);
      continue;
    }
    const probed = await probe(transfer, nothing, way, 1);
    if (probed.state === 'running') {
      return { waitingFor: `a probe of ${kind}: ${probed.waitingFor}` };
    }
    if (probed.state === 'failed') {
      notChosen.push(`${kind}: ${probed.failure.message}`);
      continue;
    }
    return {
      endpoint: kind,
      milliseconds:
        probed.outcome.kind === 'probed'
          ? probed.outcome.milliseconds
          : undefined,
      notChosen,
    };
  }
  return { notChosen };
}

/** What names and places the helpers, as a volume does. */
function nothingMounted(namespaces: {
  source: string;
  destination: string;
}): PlannedVolume {
  const claim = 'network';
  return {
    namespace: namespaces.source,
    claim,
    action: 'copy',
    copyMethod: '',
    copyMethods: [],
    capacityBytes: 0,
    requestedBytes: 0,
    accessModes: [],
    volumeMode: 'Filesystem',
    mountedBy: [],
    target: {
      namespace: namespaces.destination,
      claim,
      sizeBytes: 0,
      accessModes: [],
    },
  };
}
