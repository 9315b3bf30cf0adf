/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { kubectlGet, kubectlGetLabelled } from './kubectlCommand';

describe('kubectlGet', () => {
  it.each([
    [
      { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-0' },
      'kubectl --context west -n shop get pod/web-0',
    ],
    [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      },
      'kubectl --context west -n shop get deployment.apps/web',
    ],
    [
      { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
      'kubectl --context west get namespace/shop',
    ],
    [
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        name: 'system:shop',
      },
      'kubectl --context west get clusterrole.rbac.authorization.k8s.io/system:shop',
    ],
    [
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        namespace: 'shop',
        name: "it's; rm -rf $HOME",
      },
      "kubectl --context west -n shop get 'role.rbac.authorization.k8s.io/it'\\''s; rm -rf $HOME'",
    ],
  ])('of %j is %s', (target, command) => {
    expect(kubectlGet({ cluster: 'west', ...target })).toBe(command);
  });

  it('asks for what carries a label', () => {
    expect(
      kubectlGetLabelled(
        { cluster: 'west', namespace: 'shop' },
        ['pods', 'services'],
        'namespace-migration.io/migration=m1',
      ),
    ).toBe(
      'kubectl --context west -n shop get pods,services -l namespace-migration.io/migration=m1',
    );
  });
});
