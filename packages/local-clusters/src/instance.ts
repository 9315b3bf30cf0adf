/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export type ClusterName = 'source' | 'destination';
export const clusterNames: ClusterName[] = ['source', 'destination'];

/** Several environments may live on one machine; each has a number, and every name and address follows from it. */
export interface Instance {
  index: number;
  stateDir: string;
  bridge: string;
  /** Address of the host on the bridge; S3 and the registry listen there. */
  hostAddress: string;
}

export interface ClusterNetwork {
  /** Name of the network namespace. */
  namespace: string;
  /** Host end of the pair of interfaces between bridge and namespace. */
  hostInterface: string;
  nodeAddress: string;
  nodeName: string;
  podRange: string;
  serviceRange: string;
  /** Address of the Service `kubernetes`: the first one of the range. */
  apiServiceAddress: string;
}

export const defaultStateDir = '/var/lib/namespace-migration';

/**
 * Instance 0 has bridge mig0 and 10.200.0.0/24, instance N has migN and 10.201.N.0/24.
 * @throws when the number is not from 0 to 254, or the directory could not be told from one of the system
 */
export function instanceOf(index: number, stateDir?: string): Instance {
  if (!Number.isInteger(index) || index < 0 || index > 254) {
    throw new Error(
      `--instance is ${index}, but must be a whole number from 0 to 254`,
    );
  }
  const dir =
    stateDir ??
    process.env.NAMESPACE_MIGRATION_STATE ??
    (index === 0 ? defaultStateDir : `${defaultStateDir}-${index}`);
  if (!/^\/[^/]+\/./.test(dir) || /\s|,|:/.test(dir) || dir.includes('..')) {
    throw new Error(
      `State directory '${dir}' must be an absolute path of at least two parts without blanks, commas or colons: it is deleted by 'down'`,
    );
  }
  const prefix = index === 0 ? '10.200.0' : `10.201.${index}`;
  return {
    index,
    stateDir: dir.replace(/\/+$/, ''),
    bridge: `mig${index}`,
    hostAddress: `${prefix}.1`,
  };
}

export function clusterNetworkOf(
  instance: Instance,
  name: ClusterName,
): ClusterNetwork {
  const number = name === 'source' ? 1 : 2;
  const prefix = instance.hostAddress.replace(/\.1$/, '');
  return {
    namespace: `mig${instance.index}-${name}`,
    hostInterface: `mig${instance.index}-${name === 'source' ? 'src' : 'dst'}`,
    nodeAddress: `${prefix}.1${number}`,
    nodeName: `${name}-node`,
    podRange: `10.4${number}.0.0/16`,
    serviceRange: `10.9${number}.0.0/16`,
    apiServiceAddress: `10.9${number}.0.1`,
  };
}
