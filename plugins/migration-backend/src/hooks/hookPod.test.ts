/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { HookCall } from './HookCall';
import { hookPod, hookSecret } from './hookPod';

const call = (hook: HookInput): HookCall => ({
  owner: {
    migrationId: '01234567-89ab-cdef-0123-456789abcdef',
    planId: 'p1',
    fencingToken: 3,
  },
  plan: 'shop',
  phase: 'PreBackup',
  position: 2,
  hook,
  cluster: {} as any,
  namespace: 'shop',
  serviceAccount: 'mover',
  environment: { PHASE: 'PreBackup' },
  outputs: { 'db-password': 'hunter2' },
});
const options = { activeDeadlineSeconds: 60 };
const script: HookInput = {
  name: 's',
  kind: 'script',
  script: { script: 'echo secret text', image: 'alpine' },
};
const namespaceWith = (level: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: 'shop',
    labels: { 'pod-security.kubernetes.io/enforce': level },
  },
});

describe('hookPod', () => {
  it("runs a playbook as MTC's hook-runner does", () => {
    const playbook: HookInput = {
      name: 'p',
      kind: 'playbook',
      playbook: { playbook: 'LSBob3N0czogbG9jYWxob3N0\n' },
    };
    const { metadata, spec } = hookPod(call(playbook), 1, options);
    expect(metadata).toEqual({
      name: 'hook-prebackup-2-01234567-1',
      namespace: 'shop',
      labels: {
        'namespace-migration.io/migration':
          '01234567-89ab-cdef-0123-456789abcdef',
        'namespace-migration.io/plan': 'p1',
        'namespace-migration.io/component': 'hook',
        'namespace-migration.io/fencing-token': '3',
      },
    });
    expect(spec).toMatchObject({
      restartPolicy: 'Never',
      activeDeadlineSeconds: 60,
      serviceAccountName: 'mover',
      containers: [
        {
          image: 'quay.io/konveyor/hook-runner',
          command: [
            '/bin/entrypoint.sh',
            'ansible-runner',
            '-p',
            '/tmp/playbook/playbook.yml',
            'run',
            '/tmp/runner',
          ],
          volumeMounts: [{ name: 'hook', mountPath: '/tmp/playbook' }],
        },
      ],
      volumes: [
        {
          secret: {
            secretName: metadata.name,
            items: [{ key: 'playbook.yml', path: 'playbook.yml' }],
          },
        },
      ],
    });
    expect(hookSecret(call(playbook), 1).data['playbook.yml']).toBe(
      'LSBob3N0czogbG9jYWxob3N0',
    );
  });

  it('has neither script nor outputs in itself, but in its Secret', () => {
    const pod = hookPod(call(script), 1, options);
    expect(JSON.stringify(pod)).not.toMatch(/secret text|hunter2/);
    const [container] = pod.spec.containers;
    expect(container.command).toEqual(['/bin/sh', '/hook/script']);
    expect(container.env).toEqual([
      { name: 'PHASE', value: 'PreBackup' },
      {
        name: 'HOOK_OUTPUT_DB_PASSWORD',
        valueFrom: {
          secretKeyRef: {
            name: pod.metadata.name,
            key: 'HOOK_OUTPUT_DB_PASSWORD',
          },
        },
      },
    ]);
    const { data, metadata } = hookSecret(call(script), 1);
    expect(metadata.name).toBe(pod.metadata.name);
    expect(
      Object.entries(data).map(([key, value]) => [
        key,
        Buffer.from(value as string, 'base64').toString(),
      ]),
    ).toEqual([
      ['script', 'echo secret text'],
      ['HOOK_OUTPUT_DB_PASSWORD', 'hunter2'],
    ]);
  });

  it('lets what is told not be replaced by what the hook says, and hands $( ) on as it is', () => {
    const image: HookInput = {
      name: 'i',
      kind: 'image',
      image: { image: 'alpine', env: { PHASE: 'mine', ASKS: '$(PHASE)' } },
    };
    const { env, volumeMounts } = hookPod(call(image), 1, options).spec
      .containers[0];
    expect(env.slice(0, 2)).toEqual([
      { name: 'PHASE', value: 'PreBackup' },
      { name: 'ASKS', value: '$$(PHASE)' },
    ]);
    expect(volumeMounts).toBeUndefined();
  });

  it('is admitted where the level restricted is enforced, and asks for nothing elsewhere', () => {
    const contextIn = (namespace?: any) =>
      hookPod(call(script), 1, { ...options, namespace }).spec.containers[0]
        .securityContext;
    expect(contextIn(namespaceWith('restricted'))).toEqual({
      runAsNonRoot: true,
      runAsUser: 65532,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(contextIn(namespaceWith('baseline'))).toBeUndefined();
    expect(contextIn()).toBeUndefined();
  });
});
