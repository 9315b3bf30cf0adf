/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EndpointKind,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import {
  failed,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { ensureReceiver, Way, wayBy } from '../../directTransfer';
import { serviceTypeFor } from '../../endpoints';
import { DirectContext } from '../DirectContext';

/** The volume's receiver by the endpoint that was chosen, or what is waited for, or why there is none any more. */
export async function reachReceiver(
  context: DirectContext,
  volume: PlannedVolume,
  kind: EndpointKind,
): Promise<{ way: Way } | StepResult> {
  const transfer = await context.transfer();
  const receiver = await ensureReceiver(
    transfer,
    volume,
    serviceTypeFor(context.endpoints.ladder),
  );
  if (!receiver.ready) {
    return waiting(receiver.waitingFor);
  }
  const way = await wayBy(kind, transfer, receiver, {
    ...context.endpoints,
    asked: true,
  });
  if ('waitingFor' in way) {
    return waiting(way.waitingFor);
  }
  return 'declined' in way
    ? failed({
        type: 'NoEndpointReachable',
        category: 'Critical',
        message: way.declined,
      })
    : { way };
}
