/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MoverLimits,
  MoverSecurity,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { Tunnels } from './endpoints/Tunnels';
import { MoverKeys } from './moverKeys';
import { MoverOwner } from './moverPod';
import { MoverResources } from './moverResources';
import { MoverSlots } from './MoverSlots';

/** What the movers of one migration are made from. */
export interface TransferContext {
  owner: MoverOwner;
  source: ClusterClient;
  destination: ClusterClient;
  images: { source: string; destination: string };
  keys: MoverKeys;
  tunnels: Tunnels;
  slots: MoverSlots;
  /** As the plan says. */
  security: MoverSecurity;
  /** As the portal's configuration says. */
  resources: MoverResources;
  /** Of the source, where senders and comparers run. */
  limits: MoverLimits;
  onTunnelProblem(problem: Error): void;
}
