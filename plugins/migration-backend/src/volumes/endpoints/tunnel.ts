/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MOVER_PORT,
  MOVER_TUNNEL_PORT,
} from '@namespace-migration/plugin-migration-common';
import { helperName, volumeName } from '../volumeName';
import { Endpoint } from './Endpoint';

/** Where a mover's own connections go in. */
const LISTEN_PORT = 8445;

/** Through the portal, by port-forwards to both pods: slower than any other way, and it needs no network between them. */
export const tunnel: Endpoint = {
  kind: 'Tunnel',
  serviceType: 'ClusterIP',
  async find() {
    return { endpoint: { kind: 'tunnel', listenPort: LISTEN_PORT } };
  },
  carry(context, volume, mover) {
    const { source, destination, owner } = context;
    const receiver = helperName('recv', volumeName(volume), owner.migrationId);
    context.tunnels.ensure(mover.metadata.uid!, owner.migrationId, {
      dialSource: signal =>
        source.portForward(
          {
            namespace: mover.metadata.namespace!,
            pod: mover.metadata.name,
            port: MOVER_TUNNEL_PORT,
          },
          signal,
        ),
      dialDestination: signal =>
        destination.portForward(
          {
            namespace: volume.target.namespace,
            pod: receiver,
            port: MOVER_PORT,
          },
          signal,
        ),
      onProblem: context.onTunnelProblem,
    });
  },
  release(context, mover) {
    return context.tunnels.close(mover.metadata.uid!);
  },
};
