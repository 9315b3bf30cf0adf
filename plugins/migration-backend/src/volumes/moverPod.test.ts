/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { moverPod as podOf, MoverPodOptions, moverSecret } from './moverPod';
import { decideSecurity } from './security/decideSecurity';

const options: MoverPodOptions = {
  migrationId: 'm1',
  planId: 'p1',
  fencingToken: 3,
  namespace: 'shop',
  name: 'nm-sender-data-m1',
  component: 'sender',
  image: 'registry.example.org/mover:1',
  volume: 'data-1234',
  claim: { name: 'data', path: '/data', readOnly: true, block: false },
  restart: false,
};

const decided = (asked: 'auto' | 'restricted') => ({
  security: decideSecurity(asked, 'source', { mayUsePrivileged: true }),
  resources: { requests: { cpu: '100m' } },
});
const moverPod = (given: MoverPodOptions) => podOf(given, decided('auto'));

describe('moverPod', () => {
  it('carries the label by which every helper is found', () => {
    for (const object of [moverPod(options), moverSecret(options, {} as any)]) {
      expect(object.metadata.labels).toMatchObject({
        'namespace-migration.io/migration': 'm1',
        'namespace-migration.io/plan': 'p1',
        'namespace-migration.io/component': 'sender',
        'namespace-migration.io/fencing-token': '3',
      });
    }
  });

  it('mounts a source read-only at the container, so that its writer may mount it too', () => {
    const { spec } = moverPod(options);
    expect(spec.containers[0].volumeMounts).toContainEqual({
      name: 'data',
      mountPath: '/data',
      readOnly: true,
    });
    expect(spec.volumes).toContainEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'data' },
    });
  });

  it('is given the device of a volume of blocks, and no mount', () => {
    const [container] = moverPod({
      ...options,
      claim: {
        name: 'disk',
        path: '/dev/volume',
        readOnly: true,
        block: true,
      },
    }).spec.containers;
    expect(container.volumeDevices).toEqual([
      { name: 'data', devicePath: '/dev/volume' },
    ]);
    expect(container.volumeMounts.map((m: any) => m.name)).not.toContain(
      'data',
    );
    expect(moverPod(options).spec.containers[0]).not.toHaveProperty(
      'volumeDevices',
    );
  });

  it('tells its keys to no one who may read pods', () => {
    const keys = { ca: 'CA', cert: 'CERT', key: 'PRIVATE' };
    expect(moverSecret(options, {} as any, keys).stringData).toMatchObject({
      'tls.key': 'PRIVATE',
    });
    const { containers } = moverPod(options).spec;
    expect(containers[0]).not.toHaveProperty('args');
    expect(containers[0]).not.toHaveProperty('env');
  });

  it('has no account of the cluster and no right beyond those that files need', () => {
    const { spec } = moverPod(options);
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(spec.containers[0].securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(spec.containers[0].securityContext.capabilities.add).not.toContain(
      'SYS_ADMIN',
    );
  });

  it('reads its configuration also as another user, and asks for what was decided', () => {
    const modeOf = (pod: any) =>
      pod.spec.volumes.find((v: any) => v.name === 'config').secret.defaultMode;
    const restricted = podOf(options, decided('restricted'));
    expect(modeOf(moverPod(options))).toBe(0o400);
    expect(modeOf(restricted)).toBe(0o444);
    expect(restricted.spec.containers[0]).toMatchObject({
      securityContext: { runAsNonRoot: true, capabilities: { drop: ['ALL'] } },
      resources: { requests: { cpu: '100m' } },
    });
  });

  it('runs where its claim is mounted already', () => {
    expect(moverPod(options).spec).not.toHaveProperty('affinity');
    expect(
      JSON.stringify(
        moverPod({ ...options, nodeName: 'node-2' }).spec.affinity,
      ),
    ).toContain('"values":["node-2"]');
  });
});
