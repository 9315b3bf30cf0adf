/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EndpointKind,
  MoverEndpoint,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { TransferContext } from '../TransferContext';

export interface Receiver {
  pod: KubernetesObject;
  service: KubernetesObject;
}

/** One rung of the ladder: a way on which the source's movers reach a receiver. */
export interface Endpoint {
  kind: EndpointKind;
  /** Type that the receiver's Service needs for it. */
  serviceType: 'ClusterIP' | 'NodePort';
  /** Where the receiver is found, or why this way is none here. */
  find(
    context: TransferContext,
    receiver: Receiver,
    nodeAddresses: string[],
  ): Promise<{ endpoint: MoverEndpoint } | { declined: string }>;
  /** Carries for a source mover that runs; called again and again. */
  carry?(
    context: TransferContext,
    volume: PlannedVolume,
    mover: KubernetesObject,
  ): void;
  /** Ends that when the mover has ended. */
  release?(context: TransferContext, mover: KubernetesObject): Promise<void>;
}
