/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MOVER_PORT } from '@namespace-migration/plugin-migration-common';
import { Endpoint } from './Endpoint';

/** Inside one cluster. */
export const clusterIP: Endpoint = {
  kind: 'ClusterIP',
  serviceType: 'ClusterIP',
  async find(context, receiver) {
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
  },
};
