/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NetworkProbe } from '@namespace-migration/plugin-migration-common';
import { probeNetwork } from '../../volumes/probeNetwork';
import { done, failed, Phase, waiting } from '../Phase';

/** Real movers try each endpoint of the ladder, from each namespace to its destination. */
export const probeNetworkPhase: Phase = {
  name: 'ProbeNetwork',
  step: 'Prepare',
  deadlineSeconds: () => 600,
  async run({
    namespaces,
    transfer,
    endpoints,
    source,
    destination,
    store,
    event,
  }) {
    const ways: NetworkProbe['namespaces'] = [];
    for (const mapping of namespaces) {
      const found = await probeNetwork(await transfer(), endpoints, mapping);
      if ('waitingFor' in found) {
        return waiting(found.waitingFor);
      }
      ways.push({ ...mapping, ...found });
    }
    await store.updateRecord(record => ({
      ...record,
      networkProbe: { namespaces: ways },
    }));
    const closed = ways.filter(({ endpoint }) => !endpoint);
    if (closed.length > 0) {
      return failed(
        ...closed.map(way => ({
          type: 'NoEndpointReachable',
          category: 'Critical' as const,
          message: `No mover in namespace ${way.source} of cluster ${
            source.name
          } reaches namespace ${way.destination} of cluster ${
            destination.name
          }: ${way.notChosen.join(
            '; ',
          )}. Open one of these ways, or set another ladder of endpoints in the cluster or the plan.`,
        })),
      );
    }
    await event({
      level: 'info',
      reason: 'NetworkProbed',
      message: ways
        .map(
          way =>
            `Movers of ${way.source} reach ${destination.name} through ${way.endpoint} in ${way.milliseconds} ms`,
        )
        .join('; '),
    });
    return done;
  },
};
