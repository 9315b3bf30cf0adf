/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { RewriteContext } from './rules/ResourceRule';
import { sanitise } from './sanitise';

const context: RewriteContext = {
  namespaces: { shop: 'shop-moved' },
  storageClasses: { gp2: 'standard' },
  claims: { 'shop/data': 'data-new' },
};
const object = (
  kind: string,
  rest: object = {},
  metadata: object = {},
): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  ...rest,
});
const sanitised = (...args: Parameters<typeof object>) =>
  sanitise(object(...args), context);

describe('every object', () => {
  it("loses what is its API server's, keeps what is its owner's, and changes its namespace", () => {
    const original = object(
      'ConfigMap',
      { data: { a: 'b' }, status: { x: 1 } },
      {
        uid: 'u',
        resourceVersion: '5',
        generation: 2,
        creationTimestamp: 'then',
        selfLink: '/x',
        managedFields: [{}],
        ownerReferences: [{ kind: 'App', name: 'a' }],
        labels: { app: 'web' },
        annotations: {
          team: 'a',
          'namespace-migration.io/quiesced': 'm1',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
          'deployment.kubernetes.io/revision': '3',
        },
      },
    );
    const untouched = JSON.stringify(original);
    expect(sanitise(original, context)).toEqual(
      object(
        'ConfigMap',
        { data: { a: 'b' } },
        {
          namespace: 'shop-moved',
          labels: { app: 'web' },
          annotations: { team: 'a' },
        },
      ),
    );
    expect(JSON.stringify(original)).toBe(untouched);
  });

  it('has no annotations where none are left, and keeps a namespace that is not mapped', () => {
    const result = sanitised(
      'ConfigMap',
      {},
      {
        namespace: 'elsewhere',
        annotations: { 'deployment.kubernetes.io/revision': '1' },
      },
    );
    expect(result.metadata).toEqual({ name: 'web', namespace: 'elsewhere' });
  });

  it('may have no namespace', () => {
    expect(
      sanitised('ClusterRole', {}, { namespace: undefined }).metadata.namespace,
    ).toBeUndefined();
  });
});

describe('Service', () => {
  it('gets its addresses and node ports from the destination', () => {
    expect(
      sanitised('Service', {
        spec: {
          type: 'NodePort',
          clusterIP: '10.91.0.7',
          clusterIPs: ['10.91.0.7'],
          ipFamilies: ['IPv4'],
          healthCheckNodePort: 31000,
          ports: [{ port: 80, nodePort: 30080 }],
          selector: { app: 'web' },
        },
      }).spec,
    ).toEqual({
      type: 'NodePort',
      ports: [{ port: 80 }],
      selector: { app: 'web' },
    });
  });

  it('stays headless', () => {
    expect(
      sanitised('Service', {
        spec: { clusterIP: 'None', clusterIPs: ['None'] },
      }).spec,
    ).toEqual({ clusterIP: 'None', clusterIPs: ['None'] });
  });
});

describe('ServiceAccount', () => {
  it("names no generated Secret of the source, but its owner's", () => {
    expect(
      sanitised('ServiceAccount', {
        secrets: [{ name: 'web-token-x2x2x' }, { name: 'own' }],
        imagePullSecrets: [{ name: 'web-dockercfg-1' }],
      }),
    ).toEqual(
      object(
        'ServiceAccount',
        { secrets: [{ name: 'own' }] },
        { namespace: 'shop-moved' },
      ),
    );
  });
});

describe('Job', () => {
  const labels = { 'controller-uid': 'u', 'job-name': 'web', app: 'a' };

  it("loses the selector that holds the source's uid", () => {
    const { metadata, spec } = sanitised(
      'Job',
      {
        spec: {
          selector: { matchLabels: { 'controller-uid': 'u' } },
          template: { metadata: { labels: { ...labels } } },
        },
      },
      { labels: { ...labels } },
    );
    expect(metadata.labels).toEqual({ app: 'a' });
    expect(spec).toEqual({
      parallelism: 0,
      template: { metadata: { labels: { app: 'a' } } },
    });
  });

  it('keeps a selector that its owner wrote', () => {
    const spec = {
      manualSelector: true,
      selector: { matchLabels: { app: 'a' } },
      template: { metadata: { labels: { app: 'a' } } },
    };
    expect(sanitised('Job', { spec }).spec).toEqual({
      ...spec,
      parallelism: 0,
    });
  });
});

describe('HorizontalPodAutoscaler', () => {
  it('loses the status that autoscaling/v1 keeps in annotations, and those alone', () => {
    expect(
      sanitised(
        'HorizontalPodAutoscaler',
        { spec: { minReplicas: 2 } },
        {
          annotations: {
            'autoscaling.alpha.kubernetes.io/conditions': '[]',
            'autoscaling.alpha.kubernetes.io/current-metrics': '[]',
            'autoscaling.alpha.kubernetes.io/metrics': '[{"type":"Pods"}]',
          },
        },
      ),
    ).toEqual(
      object(
        'HorizontalPodAutoscaler',
        { spec: { minReplicas: 2 } },
        {
          namespace: 'shop-moved',
          annotations: {
            // written by its owner: what to scale by
            'autoscaling.alpha.kubernetes.io/metrics': '[{"type":"Pods"}]',
          },
        },
      ),
    );
  });
});

describe('RoleBinding', () => {
  const subjectsOf = (...subjects: any[]) =>
    sanitised('RoleBinding', { subjects }).subjects;

  it('follows its service accounts to their new namespace', () => {
    expect(
      subjectsOf(
        { kind: 'ServiceAccount', name: 'web', namespace: 'shop' },
        { kind: 'ServiceAccount', name: 'ci', namespace: 'builds' },
        { kind: 'User', name: 'ada' },
      ),
    ).toEqual([
      { kind: 'ServiceAccount', name: 'web', namespace: 'shop-moved' },
      { kind: 'ServiceAccount', name: 'ci', namespace: 'builds' },
      { kind: 'User', name: 'ada' },
    ]);
  });

  it.each([
    ['shop', 'system:serviceaccounts:shop', 'system:serviceaccounts:new'],
    [
      'shop',
      'system:serviceaccount:shop:shop',
      'system:serviceaccount:new:shop',
    ],
    ['service', 'system:serviceaccounts:service', 'system:serviceaccounts:new'],
    ['s', 'system:serviceaccount:s:web', 'system:serviceaccount:new:web'],
    ['shop', 'system:serviceaccounts:shop2', 'system:serviceaccounts:shop2'],
    ['shop', 'system:authenticated', 'system:authenticated'],
  ])('of namespace %s renames the group %s to %s', (namespace, name, to) => {
    const binding = object(
      'RoleBinding',
      { subjects: [{ kind: 'Group', name }] },
      { namespace },
    );
    expect(
      sanitise(binding, { ...context, namespaces: { [namespace]: 'new' } })
        .subjects,
    ).toEqual([{ kind: 'Group', name: to }]);
  });
});

describe('StatefulSet', () => {
  it('asks for the storage classes of the destination', () => {
    const templates = ['gp2', 'other', undefined].map(storageClassName => ({
      metadata: { name: 'data', creationTimestamp: undefined },
      spec: { storageClassName },
      status: { phase: 'Pending' },
    }));
    expect(
      sanitised('StatefulSet', {
        spec: { volumeClaimTemplates: templates },
      }).spec.volumeClaimTemplates,
    ).toEqual([
      { metadata: { name: 'data' }, spec: { storageClassName: 'standard' } },
      { metadata: { name: 'data' }, spec: { storageClassName: 'other' } },
      { metadata: { name: 'data' }, spec: {} },
    ]);
  });
});

describe('claims with another name', () => {
  const podSpec = () => ({
    volumes: [
      { name: 'a', persistentVolumeClaim: { claimName: 'data' } },
      { name: 'b', persistentVolumeClaim: { claimName: 'logs' } },
      { name: 'c', emptyDir: {} },
    ],
  });

  it.each([
    ['Deployment', { template: { spec: podSpec() } }],
    ['StatefulSet', { template: { spec: podSpec() } }],
    ['Job', { template: { spec: podSpec() } }],
    ['CronJob', { jobTemplate: { spec: { template: { spec: podSpec() } } } }],
    ['Pod', { ...podSpec(), containers: [] }],
  ])('are followed by %s', (kind, spec) => {
    const text = JSON.stringify(sanitised(kind, { spec }));
    expect(text).toContain('"claimName":"data-new"');
    expect(text).toContain('"claimName":"logs"');
    expect(text).not.toContain('"claimName":"data"');
  });
});

describe('workloads', () => {
  it.each([
    ['Deployment', { replicas: 3 }, { replicas: 0 }],
    ['StatefulSet', {}, { replicas: 0 }],
    ['Job', { parallelism: 2 }, { parallelism: 0 }],
    ['CronJob', { suspend: false }, { suspend: true }],
    ['HorizontalPodAutoscaler', { minReplicas: 0 }, { minReplicas: 1 }],
    ['HorizontalPodAutoscaler', { minReplicas: 2 }, { minReplicas: 2 }],
    [
      'DaemonSet',
      { template: { spec: {} } },
      {
        template: {
          spec: { nodeSelector: { 'namespace-migration.io/quiesced': 'true' } },
        },
      },
    ],
  ])('%s %j arrives stopped', (kind, spec, stopped) => {
    expect(sanitised(kind, { spec }).spec).toEqual(stopped);
  });
});
