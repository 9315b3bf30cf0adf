/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Of each ten objects; the tenth to last is a Deployment without replicas, so that no pods take part. */
const mixture = [
  'configmaps',
  'configmaps',
  'configmaps',
  'configmaps',
  'configmaps',
  'configmaps',
  'deployments',
  'secrets',
  'first',
  'second',
];
/** In turn, for the last two of each ten. */
const turns: Record<string, string[]> = {
  first: ['services', 'serviceaccounts'],
  second: ['roles', 'rolebindings'],
};

/** What a kubectl user would name. */
export const benchedKinds = [
  'configmaps',
  'secrets',
  'services',
  'serviceaccounts',
  'roles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
  'deployments.apps',
];

/** One after the other, so that many may take from it at once. The same for the same size. */
export function* benchedObjects(
  namespace: string,
  size: number,
): Generator<{ path: string; object: object }> {
  for (let n = 0; n < size; n += 1) {
    const slot = mixture[n % mixture.length];
    const kind = turns[slot]?.[Math.floor(n / mixture.length) % 2] ?? slot;
    const path = pathOf(kind, namespace);
    yield { path, object: bodyOf(kind, `${kind}-${n}`, n) };
  }
}

function pathOf(kind: string, namespace: string): string {
  const api =
    kind === 'deployments'
      ? '/apis/apps/v1'
      : kind.startsWith('role')
      ? '/apis/rbac.authorization.k8s.io/v1'
      : '/api/v1';
  return `${api}/namespaces/${namespace}/${kind}`;
}

function bodyOf(kind: string, name: string, n: number): object {
  const metadata = { name, labels: { app: `app-${n % 50}` } };
  switch (kind) {
    case 'configmaps':
      // 1 to 4 KiB
      return {
        metadata,
        data: { settings: text(1024 + ((n * 137) % 3072), n) },
      };
    case 'secrets':
      return { metadata, stringData: { password: text(64, n) } };
    case 'services':
      return {
        metadata,
        // a local cluster has not so many addresses
        spec: {
          clusterIP: 'None',
          selector: { app: name },
          ports: [{ port: 80 }],
        },
      };
    case 'roles':
      return {
        metadata,
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
      };
    case 'rolebindings':
      return {
        metadata,
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Role',
          name: `roles-${n}`,
        },
        subjects: [
          { kind: 'User', name, apiGroup: 'rbac.authorization.k8s.io' },
        ],
      };
    case 'deployments':
      return {
        metadata,
        spec: {
          replicas: 0,
          selector: { matchLabels: { app: name } },
          template: {
            metadata: { labels: { app: name } },
            spec: {
              containers: [
                {
                  name: 'main',
                  image: 'registry.example.org/main:1',
                  env: [{ name: 'N', value: `${n}` }],
                  resources: { requests: { cpu: '10m', memory: '16Mi' } },
                },
              ],
            },
          },
        },
      };
    default:
      return { metadata };
  }
}

function text(length: number, seed: number): string {
  let all = '';
  for (let state = seed + 1; all.length < length; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    all += `${state.toString(36)}\n`;
  }
  return all.slice(0, length);
}
