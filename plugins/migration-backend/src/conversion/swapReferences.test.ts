/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { claimOfSet, convertedName, suffixOf } from './convertedName';
import { claimsNamedBy, swapReferences } from './swapReferences';

const target = (claim: string) => ({
  namespace: 'shop',
  claim,
  storageClass: 'fast',
  sizeBytes: 1,
  accessModes: ['ReadWriteMany'],
});
const claims = new Map([
  ['data', target('data-mig-1234')],
  ['rows-db-0', target('rows-mig-1234-db-0')],
  ['rows-db-1', target('rows-mig-1234-db-1')],
]);
const volumes = [
  { name: 'd', persistentVolumeClaim: { claimName: 'data' } },
  { name: 'o', persistentVolumeClaim: { claimName: 'other' } },
  { name: 'e', emptyDir: {} },
];
const swappedVolumes = [
  { name: 'd', persistentVolumeClaim: { claimName: 'data-mig-1234' } },
  ...volumes.slice(1),
];
const object = (kind: string, spec: any): any => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'db', namespace: 'shop' },
  spec,
});
const template = (podSpec: any) => ({ template: { spec: podSpec } });

describe('swapReferences', () => {
  it.each([
    ['Deployment', (spec: any) => template(spec)],
    ['DaemonSet', (spec: any) => template(spec)],
    ['ReplicaSet', (spec: any) => template(spec)],
    ['ReplicationController', (spec: any) => template(spec)],
    ['DeploymentConfig', (spec: any) => template(spec)],
    ['Job', (spec: any) => template(spec)],
    ['CronJob', (spec: any) => ({ jobTemplate: { spec: template(spec) } })],
    ['Pod', (spec: any) => spec],
  ])('changes the volumes of a %s, and nothing else', (kind, around) => {
    const before = object(kind, { replicas: 2, ...around({ volumes, x: 1 }) });
    const copy = JSON.parse(JSON.stringify(before));
    expect(claimsNamedBy(before, claims)).toEqual(['data']);
    expect(swapReferences(before, claims, '-mig-1234')).toEqual(
      object(kind, {
        replicas: 2,
        ...around({ volumes: swappedVolumes, x: 1 }),
      }),
    );
    expect(before).toEqual(copy);
  });

  it('renames the templates of a StatefulSet, and where they are mounted', () => {
    const set = (name: string, spec: any) =>
      object('StatefulSet', {
        replicas: 2,
        volumeClaimTemplates: [
          { metadata: { name }, spec },
          { metadata: { name: 'logs' }, spec: { storageClassName: 'slow' } },
        ],
        template: {
          spec: {
            containers: [
              {
                volumeMounts: [
                  { name, mountPath: '/a' },
                  { name: 'logs', mountPath: '/b' },
                ],
              },
            ],
            initContainers: [{ volumeMounts: [{ name, mountPath: '/a' }] }],
          },
        },
      });
    const resources = { requests: { storage: '1Gi' } };
    const before = set('rows', {
      storageClassName: 'slow',
      accessModes: ['ReadWriteOnce'],
      resources,
    });
    expect(claimsNamedBy(before, claims)).toEqual(['rows-db-0', 'rows-db-1']);
    expect(swapReferences(before, claims, '-mig-1234')).toEqual(
      set('rows-mig-1234', {
        storageClassName: 'fast',
        accessModes: ['ReadWriteMany'],
        resources,
      }),
    );
  });

  it('leaves a workload alone that names none of them', () => {
    const other = object('Deployment', template({ volumes: volumes.slice(1) }));
    expect(claimsNamedBy(other, claims)).toEqual([]);
    expect(swapReferences(other, claims, '-mig-1234')).toEqual(other);
  });
});

describe('convertedName', () => {
  const sets = [
    object('StatefulSet', {
      volumeClaimTemplates: [{ metadata: { name: 'rows' } }],
    }),
  ];

  it('has a suffix of the plan, which is the same each time', () => {
    expect(suffixOf('plan')).toMatch(/^-mig-[0-9a-f]{4}$/);
    expect(suffixOf('plan')).toBe(suffixOf('plan'));
    expect(suffixOf('plan')).not.toBe(suffixOf('other'));
    expect(convertedName('data', 'plan', sets)).toBe(`data${suffixOf('plan')}`);
    expect(convertedName('x'.repeat(253), 'plan', sets)).toHaveLength(253);
  });

  it("follows from the template's for a claim of a StatefulSet", () => {
    expect(claimOfSet('rows-db-10', sets)).toMatchObject({ ordinal: 10 });
    expect(claimOfSet('rows-db-01', sets)).toBeUndefined();
    expect(claimOfSet('rows-db-', sets)).toBeUndefined();
    expect(convertedName('rows-db-2', 'plan', sets)).toBe(
      `rows${suffixOf('plan')}-db-2`,
    );
  });
});
