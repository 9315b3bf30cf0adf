/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { fixture, FixtureObject } from './FixtureObject';

const text = (value: string) => Buffer.from(value).toString('base64');

/** Every built-in namespaced kind that has no pods. */
export function builtInKinds(ns: string): FixtureObject[] {
  const configMap = (name: string, data: object, metadata: object = {}) =>
    fixture('v1 configmaps ConfigMap', ns, name, { data }, metadata);
  const secret = (name: string, rest: object, metadata: object = {}) =>
    fixture('v1 secrets Secret', ns, name, rest, metadata);
  const service = (name: string, spec: object) =>
    fixture('v1 services Service', ns, name, { spec });
  const rbac = 'rbac.authorization.k8s.io/v1';
  return [
    configMap('settings', { url: 'http://old.example' }),
    configMap('left-by-name', {}),
    configMap('finalised', {}, { finalizers: [`${ns}.example.org/cleanup`] }),
    configMap(
      'service-ca',
      { 'service-ca.crt': "the source's" },
      {
        annotations: { 'service.beta.openshift.io/inject-cabundle': 'true' },
      },
    ),
    secret('password', { data: { password: text('secret') } }),
    secret('registry', {
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': text('{"auths":{}}') },
    }),
    secret(
      'serving',
      { data: { 'tls.crt': text('of the source') } },
      {
        annotations: {
          'service.beta.openshift.io/originating-service-name': 'web',
        },
      },
    ),
    fixture('v1 serviceaccounts ServiceAccount', ns, 'robot', {
      imagePullSecrets: [{ name: 'registry' }],
    }),
    secret(
      'robot-key',
      { type: 'kubernetes.io/service-account-token' },
      { annotations: { 'kubernetes.io/service-account.name': 'robot' } },
    ),
    service('web', {
      selector: { app: 'web' },
      ports: [{ port: 80, protocol: 'TCP' }],
    }),
    service('ports', {
      type: 'NodePort',
      selector: { app: 'web' },
      ports: [{ port: 80, protocol: 'TCP' }],
    }),
    service('headless', { clusterIP: 'None', selector: { app: 'web' } }),
    service('outside', { ports: [{ port: 5432 }] }),
    service('alias', { type: 'ExternalName', externalName: 'db.old.example' }),
    fixture('v1 endpoints Endpoints', ns, 'outside', {
      subsets: [{ addresses: [{ ip: '192.0.2.17' }], ports: [{ port: 5432 }] }],
    }),
    fixture(
      'discovery.k8s.io/v1beta1 endpointslices EndpointSlice',
      ns,
      'by-hand',
      {
        addressType: 'IPv4',
        endpoints: [{ addresses: ['192.0.2.18'] }],
        ports: [{ port: 5432, protocol: 'TCP', name: '' }],
      },
      { labels: { 'kubernetes.io/service-name': 'outside' } },
    ),
    fixture('v1 limitranges LimitRange', ns, 'limits', {
      spec: {
        limits: [{ type: 'PersistentVolumeClaim', min: { storage: '1Ki' } }],
      },
    }),
    fixture('v1 resourcequotas ResourceQuota', ns, 'quota', {
      spec: { hard: { 'count/configmaps': '1000' } },
    }),
    fixture('networking.k8s.io/v1 ingresses Ingress', ns, 'web', {
      spec: {
        ingressClassName: `${ns}-ingress`,
        tls: [{ hosts: ['shop.old.example'], secretName: 'password' }],
        rules: [
          {
            host: 'shop.old.example',
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: 'web', port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
    }),
    fixture('networking.k8s.io/v1 networkpolicies NetworkPolicy', ns, 'own', {
      spec: {
        podSelector: { matchLabels: { app: 'nobody' } },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              {
                namespaceSelector: {
                  matchLabels: { 'kubernetes.io/metadata.name': ns },
                },
              },
              {
                namespaceSelector: {
                  matchExpressions: [
                    {
                      key: 'kubernetes.io/metadata.name',
                      operator: 'In',
                      values: [ns, 'monitoring'],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    }),
    fixture(
      'policy/v1beta1 poddisruptionbudgets PodDisruptionBudget',
      ns,
      'web',
      {
        spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } },
      },
    ),
    fixture(`${rbac} roles Role`, ns, 'reader', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    }),
    fixture(`${rbac} rolebindings RoleBinding`, ns, 'reader', {
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'reader',
      },
      subjects: [
        { kind: 'ServiceAccount', name: 'robot', namespace: ns },
        {
          kind: 'Group',
          apiGroup: 'rbac.authorization.k8s.io',
          name: `system:serviceaccounts:${ns}`,
        },
      ],
    }),
    fixture(`${rbac} rolebindings RoleBinding`, ns, 'shared', {
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: `${ns}-shared`,
      },
      subjects: [{ kind: 'ServiceAccount', name: 'robot', namespace: ns }],
    }),
    fixture('coordination.k8s.io/v1 leases Lease', ns, 'leader', {
      spec: { holderIdentity: 'somebody' },
    }),
  ];
}
