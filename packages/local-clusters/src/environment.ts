/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  clusterNames,
  instanceOf,
  type ClusterName,
  type Instance,
} from './instance';
import { Cluster } from './kubernetes/cluster';
import type { Daemons } from './processes/daemons';
import type { Progress } from './progress';
import type { S3 } from './storage/s3';

export type OptionalPart = 's3' | 'registry';
export const optionalParts: OptionalPart[] = ['s3', 'registry'];

export interface EnvironmentOptions {
  /** Several environments may live on one machine; 0 by default. */
  instance?: number;
  stateDir?: string;
  /** Folders of Kubernetes binaries of the user's own. */
  binaries?: Partial<Record<ClusterName, string>>;
  without?: OptionalPart[];
  progress?: Progress;
}

export interface LocalEnvironment {
  source: Cluster;
  destination: Cluster;
  s3?: S3;
  registry?: { host: string };
  images: { mover: string; demo: string };
  stateDir: string;
}

export const instanceFor = (options: EnvironmentOptions): Instance =>
  instanceOf(options.instance ?? 0, options.stateDir);

export const lockOf = (instance: Instance): string =>
  `${instance.stateDir}.lock`;

export function clustersOf(
  instance: Instance,
  daemons: Daemons,
): Record<ClusterName, Cluster> {
  const [source, destination] = clusterNames.map(
    name => new Cluster(name, instance, daemons),
  );
  return { source, destination };
}
