/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { fixture, FixtureObject } from './FixtureObject';

const rbac = 'rbac.authorization.k8s.io/v1';
const role = (name: string, rest: object) =>
  fixture(`${rbac} clusterroles ClusterRole`, undefined, name, rest);
const binding = (name: string, roleName: string, subjects: object[]) =>
  fixture(`${rbac} clusterrolebindings ClusterRoleBinding`, undefined, name, {
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: roleName,
    },
    subjects,
  });
const user = (kind: string, name: string) => ({
  apiGroup: 'rbac.authorization.k8s.io',
  kind,
  name,
});
const rules = [{ apiGroups: [''], resources: ['nodes'], verbs: ['list'] }];

/** On the destination before the migration as well. */
export const onBothClusters = (ns: string): FixtureObject[] => [
  role(`${ns}-shared`, { rules }),
  fixture(
    'node.k8s.io/v1 runtimeclasses RuntimeClass',
    undefined,
    `${ns}-runtime`,
    {
      handler: 'runc',
    },
  ),
];

export function clusterScopedKinds(ns: string): FixtureObject[] {
  const robot = { kind: 'ServiceAccount', name: 'robot', namespace: ns };
  const webhooks = (name: string) => ({
    webhooks: [
      {
        name: `${name}.${ns}.example.org`,
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        failurePolicy: 'Ignore',
        clientConfig: {
          service: { namespace: ns, name: 'web', port: 443 },
          caBundle: Buffer.from(
            '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n',
          ).toString('base64'),
        },
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': ns },
        },
        rules: [
          {
            apiGroups: [`nothing.${ns}.example.org`],
            apiVersions: ['*'],
            resources: ['*'],
            operations: ['CREATE'],
          },
        ],
      },
    ],
  });
  const admission = 'admissionregistration.k8s.io/v1';
  return [
    role(`${ns}-reader`, { rules }),
    binding(`${ns}-reader`, `${ns}-reader`, [
      robot,
      user('User', 'ada'),
      user('User', `system:serviceaccount:${ns}:robot`),
      user('Group', `system:serviceaccounts:${ns}`),
      { ...robot, namespace: 'monitoring' },
    ]),
    role(`${ns}-others`, { rules }),
    binding(`${ns}-others`, `${ns}-others`, [
      { ...robot, namespace: `${ns}-elsewhere` },
    ]),
    fixture(
      'security.openshift.io/v1 securitycontextconstraints SecurityContextConstraints',
      undefined,
      `${ns}-constraints`,
      {
        users: ['ada', `system:serviceaccount:${ns}:robot`],
        groups: [`system:serviceaccounts:${ns}`, 'system:cluster-admins'],
        runAsUser: { type: 'RunAsAny' },
      },
    ),
    fixture(
      'scheduling.k8s.io/v1 priorityclasses PriorityClass',
      undefined,
      `${ns}-high`,
      { value: 7 },
    ),
    fixture(
      'networking.k8s.io/v1 ingressclasses IngressClass',
      undefined,
      `${ns}-ingress`,
      { spec: { controller: 'example.org/none' } },
    ),
    fixture(
      `${admission} validatingwebhookconfigurations ValidatingWebhookConfiguration`,
      undefined,
      `${ns}-validates`,
      webhooks('validates'),
      { annotations: { 'cert-manager.io/inject-ca-from': `${ns}/web` } },
    ),
    fixture(
      `${admission} mutatingwebhookconfigurations MutatingWebhookConfiguration`,
      undefined,
      `${ns}-mutates`,
      webhooks('mutates'),
    ),
  ];
}
