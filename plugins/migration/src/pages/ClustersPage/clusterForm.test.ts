/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleCluster } from '../../testing/examples';
import { clusterInputOf, clusterValuesOf, isComplete } from './clusterForm';

describe('the form of a cluster', () => {
  const cluster = {
    ...exampleCluster('east'),
    title: 'East',
    connection: {
      kind: 'serviceAccount' as const,
      server: 'https://east:6443',
    },
    options: {
      moverImage: 'mover:local',
      endpoints: ['NodePort' as const, 'Tunnel' as const],
      nodeAddresses: ['10.0.0.1', '10.0.0.2'],
      movableStorageClasses: ['nfs'],
      route: { domain: 'apps.east', address: '10.0.0.3', port: 8443 },
      limits: { moversPerCluster: 4, moversPerNode: 2 },
    },
  };

  it('gives back what it was given, without credentials', () => {
    expect(clusterInputOf(clusterValuesOf(cluster))).toEqual({
      name: 'east',
      title: 'East',
      connection: cluster.connection,
      options: cluster.options,
    });
  });

  it('sends no empty options, and each kind only its own fields', () => {
    const values = {
      ...clusterValuesOf(),
      name: 'west',
      kubeconfig: 'FILE',
      token: 'TOKEN',
      server: 'https://west:6443',
    };
    expect(clusterInputOf(values)).toEqual({
      name: 'west',
      title: '',
      connection: { kind: 'kubeconfig', kubeconfig: 'FILE' },
      options: {},
    });
    expect(
      clusterInputOf({ ...values, kind: 'serviceAccount' }).connection,
    ).toEqual({
      kind: 'serviceAccount',
      server: 'https://west:6443',
      token: 'TOKEN',
    });
    expect(clusterInputOf({ ...values, kind: 'inCluster' }).connection).toEqual(
      { kind: 'inCluster' },
    );
  });

  it('needs credentials of a new cluster and of another kind of connection', () => {
    const values = clusterValuesOf(cluster);
    expect(isComplete(values, cluster)).toBe(true);
    expect(isComplete(values)).toBe(false);
    expect(isComplete({ ...values, token: 'TOKEN' })).toBe(true);
    expect(isComplete({ ...values, kind: 'kubeconfig' }, cluster)).toBe(false);
    expect(isComplete({ ...values, kind: 'inCluster' }, cluster)).toBe(true);
  });
});
