/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  done,
  failed,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { ensureReceiver, probe, wayBy } from '../../directTransfer';
import { endpointOfKind, serviceTypeFor } from '../../endpoints';
import { DirectContext } from '../DirectContext';

/** A receiver for each volume, then a way to reach them. */
export async function prepareDirectly(
  context: DirectContext,
  planned: PlannedVolume[],
  /** How often the ladder is climbed down before it is given up. */
  rounds = 1,
): Promise<StepResult> {
  const transfer = await context.transfer();
  const serviceType = serviceTypeFor(context.endpoints.ladder);
  const missing: string[] = [];
  for (const volume of planned) {
    const receiver = await ensureReceiver(transfer, volume, serviceType);
    if (!receiver.ready) {
      missing.push(receiver.waitingFor);
    }
  }
  return missing.length > 0
    ? waiting(missing[0])
    : chooseEndpoint(context, planned, rounds);
}

/** Climbs down the ladder: the first endpoint through which a mover on the source reaches a receiver is taken. */
async function chooseEndpoint(
  context: DirectContext,
  planned: PlannedVolume[],
  rounds: number,
): Promise<StepResult> {
  const volumes = (await context.volumes()).filter(progress =>
    planned.some(
      volume =>
        volume.namespace === progress.namespace &&
        volume.claim === progress.claim,
    ),
  );
  const [first] = planned;
  if (!first || volumes.every(({ endpoint }) => endpoint)) {
    return done;
  }
  const transfer = await context.transfer();
  const receiver = await ensureReceiver(
    transfer,
    first,
    serviceTypeFor(context.endpoints.ladder),
  );
  let declined: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    declined = [];
    for (const kind of context.endpoints.ladder) {
      const way = await wayBy(kind, transfer, receiver, context.endpoints);
      if ('waitingFor' in way) {
        return waiting(way.waitingFor);
      }
      if ('declined' in way) {
        declined.push(way.declined);
        continue;
      }
      const probed = await probe(transfer, first, way, round);
      if (probed.state === 'running') {
        return waiting(`a probe of ${kind}: ${probed.waitingFor}`);
      }
      if (probed.state === 'failed') {
        declined.push(`${kind}: ${probed.failure.message}`);
        continue;
      }
      for (const other of context.endpoints.ladder) {
        if (other !== kind) {
          await endpointOfKind(other).withdraw?.(transfer, first);
        }
      }
      for (const volume of volumes) {
        await context.putVolume({ ...volume, endpoint: kind });
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
}
