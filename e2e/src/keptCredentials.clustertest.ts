/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { TestBed } from './testBed';

const namespace = 'shop-kept-credentials';
const bindings = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';

describe('a cluster that is changed without its credentials', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await TestBed.start(7293, namespace, { fixture: false });
    await bed.call(bed.source, bindings, 'POST', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: namespace },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
      },
      subjects: [{ kind: 'ServiceAccount', name: 'default', namespace }],
    });
  });

  afterAll(async () => {
    if (bed) {
      await bed.call(bed.source, `${bindings}/${namespace}`, 'DELETE');
      await bed.close();
    }
  });

  it('keeps a token, answers none, and sends it to no other server', async () => {
    const { api } = bed.backend;
    const { status } = await bed.call(
      bed.source,
      `/api/v1/namespaces/${namespace}/serviceaccounts/default/token`,
      'POST',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { audiences: [], expirationSeconds: 3600 },
      },
    );
    const [known] = parse(
      readFileSync(bed.source.kubeconfigPath, 'utf8'),
    ).clusters;
    const name = 'kept-token';
    const answers: unknown[] = [];
    const answered = async <T>(answer: Promise<T>): Promise<T> => {
      answers.push(await answer);
      return answer;
    };
    await answered(
      api.registerCluster({
        name,
        connection: {
          kind: 'serviceAccount',
          server: bed.source.server,
          caBundle: Buffer.from(
            known.cluster['certificate-authority-data'],
            'base64',
          ).toString('utf8'),
          token: status.token,
        },
      }),
    );
    const changed = await answered(
      api.updateCluster(name, {
        name,
        title: 'The old one',
        connection: { kind: 'serviceAccount' },
        options: { moverImage: 'mover:other' },
      }),
    );
    expect(changed).toMatchObject({
      title: 'The old one',
      connection: { kind: 'serviceAccount', server: bed.source.server },
      options: { moverImage: 'mover:other' },
      status: { connected: true, conditions: [] },
    });
    await expect(
      api.updateCluster(name, {
        name,
        connection: {
          kind: 'serviceAccount',
          server: 'https://evil.example.org',
        },
      }),
    ).rejects.toThrow();
    // nothing was kept of what was refused
    expect(await answered(api.testCluster(name))).toMatchObject({
      connection: changed.connection,
      status: { connected: true },
    });
    await answered(api.listClusters());
    expect(JSON.stringify(answers)).not.toContain(status.token);
    await api.deleteCluster(name);
  });

  it('keeps a kubeconfig', async () => {
    const changed = await bed.backend.api.updateCluster('source', {
      name: 'source',
      connection: { kind: 'kubeconfig' },
      options: { nodeAddresses: ['192.0.2.1'] },
    });
    expect(changed).toMatchObject({
      options: { nodeAddresses: ['192.0.2.1'] },
      status: { connected: true, conditions: [] },
    });
    expect(Object.keys(changed.connection).sort()).toEqual(['kind', 'server']);
  });
});
