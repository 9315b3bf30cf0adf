/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ensureReceiver, probe, wayBy } from '../../volumes/directFileSystem';
import { serviceTypeFor } from '../../volumes/endpoints';
import { done, failed, Phase, waiting } from '../Phase';

/** Climbs down the ladder: the first endpoint through which a mover on the source reaches a receiver is taken. */
export const chooseEndpoint: Phase = {
  name: 'ChooseEndpoint',
  step: 'Copy',
  deadlineSeconds: () => 300,
  async run(context) {
    const volumes = await context.store.volumes();
    const [first] = context.plan.volumes.filter(
      ({ action }) => action === 'copy',
    );
    if (!first || volumes.every(({ endpoint }) => endpoint)) {
      return done;
    }
    const transfer = await context.transfer();
    const receiver = await ensureReceiver(
      transfer,
      first,
      serviceTypeFor(context.endpoints.ladder),
    );
    const declined: string[] = [];
    for (const kind of context.endpoints.ladder) {
      const way = await wayBy(
        kind,
        transfer,
        receiver,
        context.endpoints.nodeAddresses,
      );
      if ('declined' in way) {
        declined.push(way.declined);
        continue;
      }
      const probed = await probe(transfer, first, way);
      if (probed.state === 'running') {
        return waiting(`a probe of ${kind}: ${probed.waitingFor}`);
      }
      if (probed.state === 'failed') {
        declined.push(`${kind}: ${probed.failure.message}`);
        continue;
      }
      for (const volume of volumes) {
        await context.store.putVolume({ ...volume, endpoint: kind });
      }
      await context.event({
        level: 'info',
        reason: 'EndpointChosen',
        message: `Movers reach ${context.destination.name} through ${kind}${
          declined.length > 0 ? `; not chosen: ${declined.join('; ')}` : ''
        }`,
      });
      return done;
    }
    return failed({
      type: 'NoEndpointReachable',
      category: 'Critical',
      message: `No mover on cluster ${context.source.name} reaches cluster ${
        context.destination.name
      }: ${declined.join(
        '; ',
      )}. Open one of these ways, or set another ladder of endpoints in the cluster or the plan.`,
    });
  },
};
