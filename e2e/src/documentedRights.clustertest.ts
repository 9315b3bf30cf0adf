/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCluster } from '@namespace-migration/local-clusters';
import { parse, parseAllDocuments } from 'yaml';
import { TestBed } from './testBed';

const namespace = 'shop-rights';
const moved = 'shop-rights-moved';
const account = 'namespace-migration';

const collections: Record<string, string> = {
  Namespace: '/api/v1/namespaces',
  ServiceAccount: `/api/v1/namespaces/${account}/serviceaccounts`,
  ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  ClusterRoleBinding: '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
};

describe('the rights that docs/security.md asks for', () => {
  let bed: TestBed;

  const objectsOf = (side: string): any[] =>
    parseAllDocuments(
      readFileSync(join(__dirname, `../../docs/rbac/${side}.yaml`), 'utf8'),
    ).map(document => document.toJS());

  async function remove(cluster: LocalCluster, side: string): Promise<void> {
    for (const { kind, metadata } of objectsOf(side).reverse()) {
      await bed.call(
        cluster,
        `${collections[kind]}/${metadata.name}`,
        'DELETE',
      );
    }
    await bed.until(
      'the account is gone',
      async () => !(await bed.call(cluster, `/api/v1/namespaces/${account}`)),
    );
  }

  /** Registers the cluster with a token of the documented account. */
  async function register(cluster: LocalCluster, side: string): Promise<void> {
    await remove(cluster, side);
    for (const object of objectsOf(side)) {
      await bed.call(cluster, collections[object.kind], 'POST', object);
    }
    const { status } = await bed.call(
      cluster,
      `${collections.ServiceAccount}/portal/token`,
      'POST',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { audiences: [], expirationSeconds: 3600 },
      },
    );
    const [known] = parse(
      readFileSync(cluster.kubeconfigPath, 'utf8'),
    ).clusters;
    const { status: found } = await bed.backend.api.registerCluster({
      name: `limited-${side}`,
      connection: {
        kind: 'serviceAccount',
        server: cluster.server,
        caBundle: Buffer.from(
          known.cluster['certificate-authority-data'],
          'base64',
        ).toString('utf8'),
        token: status.token,
      },
    });
    expect(found).toMatchObject({ connected: true, conditions: [] });
  }

  beforeAll(async () => {
    bed = await TestBed.start(7218, namespace);
  });

  afterAll(async () => {
    if (bed) {
      await remove(bed.source, 'source');
      await remove(bed.destination, 'destination');
      await bed.close();
    }
  });

  it('are enough to cut over through the tunnel and to roll back', async () => {
    await register(bed.source, 'source');
    await register(bed.destination, 'destination');
    const plan = await bed.plan('rights', moved, {
      source: 'limited-source',
      destination: 'limited-destination',
      // the way that needs a right more than the others
      options: { endpoints: ['Tunnel'] },
    });
    expect(plan.conditions).toEqual([]);
    for (const type of ['cutover', 'rollback'] as const) {
      const { conditions } = await bed.backend.run(plan.id, type);
      expect({ type, conditions }).toEqual({ type, conditions: [] });
    }
  });
});
