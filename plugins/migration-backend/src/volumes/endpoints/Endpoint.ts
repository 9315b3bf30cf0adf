/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterOptions,
  EndpointKind,
  MoverEndpoint,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { TransferContext } from '../TransferContext';

export interface Receiver {
  volume: PlannedVolume;
  pod: KubernetesObject;
  service: KubernetesObject;
}

/** What people have said of the ways to a cluster. */
export interface EndpointOptions {
  nodeAddresses: string[];
  route?: ClusterOptions['route'];
  /** The rung was asked for, by the cluster's or the plan's ladder or because it was chosen before. */
  asked: boolean;
}

export type Found =
  | { endpoint: MoverEndpoint }
  | { waitingFor: string }
  | { declined: string };

/** One rung of the ladder: a way on which the source's movers reach a receiver. */
export interface Endpoint {
  kind: EndpointKind;
  /** Type that the receiver's Service needs for it. */
  serviceType: 'ClusterIP' | 'NodePort';
  /** A probe is repeated for so long: what stands between needs time to learn of a new receiver. 15 by default. */
  probeSeconds?: number;
  /**
   * Where the receiver is found, or why this way is none here. Called again and again; what it makes for itself on the
   * destination carries the labels of helpers and is found again.
   */
  find(
    context: TransferContext,
    receiver: Receiver,
    options: EndpointOptions,
  ): Promise<Found>;
  /** Takes back what `find` made, when another way was chosen. */
  withdraw?(context: TransferContext, volume: PlannedVolume): Promise<void>;
  /** Carries for a source mover that runs; called again and again. */
  carry?(
    context: TransferContext,
    volume: PlannedVolume,
    mover: KubernetesObject,
  ): void;
  /** Ends that when the mover has ended. */
  release?(context: TransferContext, mover: KubernetesObject): Promise<void>;
}
