/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportPlan } from './exportPlan';
import { importManifests, MtcServices } from './importManifests';
import { MtcField } from './manifest';
import { migClusterFields } from './migCluster';
import { migHookFields } from './migHook';
import { migPlanFields } from './migPlan';
import { migStorageFields } from './migStorage';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const manifest = (
  kind: string,
  name: string,
  spec: object,
  metadata: object = {},
) =>
  JSON.stringify({
    apiVersion: 'migration.openshift.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'openshift-migration', ...metadata },
    spec,
  });
const secret = (name: string, data: Record<string, string>) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: 'openshift-config' },
    data: Object.fromEntries(
      // with the line end that `base64 file` brings
      Object.entries(data).map(([key, value]) => [key, base64(`${value}\n`)]),
    ),
  });
const credsSecretRef = { name: 'creds', namespace: 'openshift-config' };
const token = secret('token', { saToken: 'TOKEN' });
const serviceAccountSecretRef = {
  name: 'token',
  namespace: 'openshift-config',
};
const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';

describe('importing MTC manifests', () => {
  let taken: Record<string, any>;
  let known: Record<string, any>;
  const registry = (kind: string) => ({
    compare: async (input: any) =>
      known[`${kind} ${input.name}`] === undefined
        ? ('absent' as const)
        : JSON.stringify(known[`${kind} ${input.name}`]) ===
          JSON.stringify(input)
        ? ('same' as const)
        : ('other' as const),
    find: async (name: string) => known[`${kind} ${name}`],
    named: async (name: string) =>
      known[`plan ${name}`] && { id: 'known', input: known[`plan ${name}`] },
    register: async (input: any) => {
      taken[`${kind} ${input.name}`] = input;
    },
    create: async (input: any) => {
      taken[`plan ${input.name}`] = input;
      return { id: 'id-1' };
    },
    update: async (_name: string, input: any) => {
      taken[`${kind} ${input.name}`] = input;
    },
  });
  const run = (manifests: string[], dryRun = false) =>
    importManifests({
      manifests: manifests.join('\n---\n'),
      dryRun,
      services: {
        clusters: registry('cluster'),
        repositories: registry('repository'),
        hooks: registry('hook'),
        plans: registry('plan'),
      } as unknown as MtcServices,
    });

  beforeEach(() => {
    taken = {};
    known = {};
  });

  /** The examples of MTC's documentation and of its samples, with their fields. */
  const examples: Array<[string, string[], string, object, string[]]> = [
    [
      'host cluster',
      [manifest('MigCluster', 'host', { isHostCluster: true })],
      'cluster host',
      { name: 'host', connection: { kind: 'inCluster' } },
      [],
    ],
    [
      'remote cluster with every field of the documentation',
      [
        token,
        manifest('MigCluster', 'remote', {
          exposedRegistryPath: 'registry.apps.example.org',
          isHostCluster: false,
          url: 'https://api.example.org:6443',
          serviceAccountSecretRef,
          caBundle: base64(pem),
          insecure: false,
          refresh: false,
          azureResourceGroup: 'group',
        }),
      ],
      'cluster remote',
      {
        name: 'remote',
        connection: {
          kind: 'serviceAccount',
          server: 'https://api.example.org:6443',
          token: 'TOKEN',
          caBundle: pem,
        },
      },
      ['spec.azureResourceGroup', 'spec.exposedRegistryPath'],
    ],
    [
      'S3 storage with every field of the documentation',
      [
        secret('creds', {
          'aws-access-key-id': 'ID',
          'aws-secret-access-key': 'KEY',
        }),
        manifest('MigStorage', 's3', {
          backupStorageProvider: 'aws',
          volumeSnapshotProvider: 'aws',
          backupStorageConfig: {
            awsBucketName: 'moves',
            awsRegion: 'us-east-1',
            awsS3Url: 'https://s3.example.org',
            awsS3ForcePathStyle: true,
            awsKmsKeyId: 'key',
            awsPublicUrl: 'https://public.example.org',
            awsSignatureVersion: '4',
            s3CustomCABundle: base64(pem),
            credsSecretRef,
          },
          volumeSnapshotConfig: { awsRegion: 'us-east-1', credsSecretRef },
        }),
      ],
      'repository s3',
      {
        name: 's3',
        location: {
          provider: 's3',
          bucket: 'moves',
          region: 'us-east-1',
          endpoint: 'https://s3.example.org',
          forcePathStyle: true,
          caBundle: pem,
          accessKeyId: 'ID',
          secretAccessKey: 'KEY',
        },
      },
      [
        'spec.backupStorageConfig.awsKmsKeyId',
        'spec.backupStorageConfig.awsPublicUrl',
        'spec.volumeSnapshotConfig',
        'spec.volumeSnapshotProvider',
      ],
    ],
    [
      'Google storage',
      [
        secret('creds', { 'gcp-credentials': '{"type":"service_account"}' }),
        manifest('MigStorage', 'gcs', {
          backupStorageProvider: 'gcp',
          backupStorageConfig: { gcpBucket: 'moves', credsSecretRef },
        }),
      ],
      'repository gcs',
      {
        name: 'gcs',
        location: {
          provider: 'gcs',
          bucket: 'moves',
          serviceAccountJson: '{"type":"service_account"}',
        },
      },
      [],
    ],
    [
      'Azure storage',
      [
        secret('creds', {
          'azure-credentials':
            'AZURE_CLIENT_ID=a\nAZURE_STORAGE_ACCOUNT_ACCESS_KEY="a2V5"',
        }),
        manifest('MigStorage', 'azure', {
          backupStorageProvider: 'azure',
          backupStorageConfig: {
            azureResourceGroup: 'group',
            azureStorageAccount: 'account',
            azureStorageContainer: 'velero',
            credsSecretRef,
          },
        }),
      ],
      'repository azure',
      {
        name: 'azure',
        location: {
          provider: 'azure',
          account: 'account',
          container: 'velero',
          accountKey: 'a2V5',
        },
      },
      ['spec.backupStorageConfig.azureResourceGroup'],
    ],
    [
      'hook with a playbook, its name generated',
      [
        manifest(
          'MigHook',
          'stop',
          {
            activeDeadlineSeconds: 1800,
            custom: false,
            image: 'quay.io/konveyor/hook-runner:latest',
            playbook: base64('- hosts: localhost'),
            targetCluster: 'source',
          },
          { name: undefined, generateName: 'stop-' },
        ),
      ],
      'hook stop',
      {
        name: 'stop',
        kind: 'playbook',
        playbook: {
          playbook: base64('- hosts: localhost'),
          image: 'quay.io/konveyor/hook-runner:latest',
        },
        deadlineSeconds: 1800,
      },
      ['spec.targetCluster'],
    ],
    [
      'custom hook',
      [
        manifest('MigHook', 'flush', {
          custom: true,
          image: 'example.org/flush:1',
          targetCluster: 'destination',
        }),
        manifest('MigPlan', 'move-shop', {
          srcMigClusterRef: { name: 'old' },
          destMigClusterRef: { name: 'host' },
          namespaces: ['shop'],
          hooks: [{ reference: { name: 'flush' }, phase: 'PostRestore' }],
        }),
      ],
      'hook flush',
      { name: 'flush', kind: 'image', image: { image: 'example.org/flush:1' } },
      [],
    ],
    [
      'plan with every field of the documentation',
      [
        manifest('MigHook', 'flush', {
          custom: true,
          image: 'example.org/flush:1',
          targetCluster: 'source',
        }),
        manifest(
          'MigPlan',
          'move-shop',
          {
            closed: false,
            refresh: false,
            srcMigClusterRef: { name: 'old', namespace: 'openshift-migration' },
            destMigClusterRef: {
              name: 'host',
              namespace: 'openshift-migration',
            },
            migStorageRef: { name: 's3', namespace: 'openshift-migration' },
            hooks: [
              {
                executionNamespace: 'shop',
                phase: 'PreBackup',
                reference: { name: 'flush', namespace: 'openshift-migration' },
                serviceAccount: 'flusher',
              },
            ],
            indirectImageMigration: false,
            indirectVolumeMigration: false,
            includedResources: [
              { kind: 'Secret', group: '' },
              { kind: 'NetworkPolicy', group: 'networking.k8s.io' },
              { kind: 'Ingress', group: 'networking.k8s.io' },
            ],
            labelSelector: {
              matchLabels: { app: 'shop' },
              matchExpressions: [
                { key: 'tier', operator: 'In', values: ['a', 'b'] },
                { key: 'old', operator: 'DoesNotExist' },
              ],
            },
            namespaces: ['shop', 'stock:stock-new'],
            persistentVolumes: [
              {
                name: 'pvc-1',
                capacity: '10Gi',
                proposedCapacity: '20Gi',
                capacityConfirmed: true,
                storageClass: 'gp2',
                pvc: {
                  name: 'data:data-new',
                  namespace: 'shop',
                  accessModes: ['ReadWriteOnce'],
                  hasReference: true,
                  ownerType: 'Deployment',
                  volumeMode: 'Filesystem',
                },
                selection: {
                  action: 'copy',
                  copyMethod: 'filesystem',
                  accessMode: 'ReadWriteMany',
                  storageClass: 'fast',
                  verify: true,
                },
                supported: {
                  actions: ['copy'],
                  copyMethods: ['filesystem', 'snapshot'],
                },
              },
              {
                name: 'pvc-2',
                pvc: { name: 'cache', namespace: 'shop' },
                selection: { action: 'skip' },
              },
            ],
          },
          {
            annotations: {
              'migration.openshift.io/selected-migplan-type': 'full',
            },
            labels: { 'controller-tools.k8s.io': '1.0' },
          },
        ),
      ],
      'plan move-shop',
      {
        name: 'move-shop',
        type: 'full',
        source: 'old',
        destination: 'host',
        repository: 's3',
        namespaces: [
          { source: 'shop' },
          { source: 'stock', destination: 'stock-new' },
        ],
        volumes: [
          {
            namespace: 'shop',
            claim: 'data',
            action: 'copy',
            copyMethod: 'filesystem',
            targetClaim: 'data-new',
            storageClass: 'fast',
            accessModes: ['ReadWriteMany'],
            verify: 'full',
            size: '20Gi',
          },
          { namespace: 'shop', claim: 'cache', action: 'skip' },
        ],
        hooks: [
          {
            hook: 'flush',
            phase: 'PreBackup',
            cluster: 'source',
            namespace: 'shop',
            serviceAccount: 'flusher',
          },
        ],
        objects: {
          includedKinds: [
            'secrets',
            'networkpolicies.networking.k8s.io',
            'ingresses.networking.k8s.io',
          ],
          labelSelector: 'app=shop,tier in (a,b),!old',
        },
      },
      ['spec.indirectImageMigration'],
    ],
  ];

  it.each(examples)(
    'takes over: %s',
    async (_name, manifests, key, input, lost) => {
      const items = await run(manifests);
      const item = items.find(
        ({ created }) => `${created?.kind} ${created?.name}` === key,
      );
      expect(items.map(({ outcome }) => outcome)).not.toContain('refused');
      expect(taken[key]).toEqual(input);
      expect(item?.losses.map(({ field }) => field).sort()).toEqual(lost);
      expect(JSON.stringify(items)).not.toMatch(/TOKEN|"KEY"|a2V5/);
    },
  );

  it('changes nothing in a dry run, nor what is there just so, and what is other it updates', async () => {
    const hook = manifest('MigHook', 'flush', {
      custom: true,
      image: 'example.org/flush:1',
      targetCluster: 'source',
    });
    expect((await run([hook], true))[0].outcome).toBe('wouldCreate');
    expect(taken).toEqual({});
    await run([hook]);
    known = taken;
    taken = {};
    expect((await run([hook]))[0].outcome).toBe('unchanged');
    expect(taken).toEqual({});
    known['hook flush'] = { ...known['hook flush'], deadlineSeconds: 1 };
    expect((await run([hook], true))[0].outcome).toBe('wouldUpdate');
    expect((await run([hook]))[0].outcome).toBe('updated');
  });

  it.each<[string, string[], RegExp]>([
    ['text that is no YAML', ['kind: [unclosed'], /no YAML/],
    [
      'a kind of MTC that is run and not kept',
      [manifest('MigMigration', 'm', {})],
      /MigMigration .* is not taken over/,
    ],
    [
      'another kind',
      ['{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}'],
      /Pod \(v1\) is not taken over/,
    ],
    ['a number', ['5'], /has no kind/],
    [
      'a Secret that did not come',
      [
        manifest('MigCluster', 'remote', {
          url: 'https://x',
          serviceAccountSecretRef,
        }),
      ],
      /Secret openshift-config\/token is not among the manifests/,
    ],
    [
      'a Secret without its key',
      [
        secret('token', {}),
        manifest('MigCluster', 'remote', {
          url: 'https://x',
          serviceAccountSecretRef,
        }),
      ],
      /has no saToken/,
    ],
    [
      'a name that is none here',
      [manifest('MigCluster', 'A.b', { isHostCluster: true })],
      /metadata\.name/,
    ],
    [
      'a spec that is a list',
      [
        JSON.stringify({
          apiVersion: 'migration.openshift.io/v1alpha1',
          kind: 'MigPlan',
          metadata: { name: 'plan' },
          spec: [],
        }),
      ],
      /spec: it must be a map/,
    ],
    [
      'namespaces that are text',
      [
        manifest('MigPlan', 'plan', {
          srcMigClusterRef: { name: 'a' },
          destMigClusterRef: { name: 'b' },
          namespaces: 'shop',
        }),
      ],
      /spec\.namespaces: it must be a list/,
    ],
    [
      'expressions of another shape',
      [
        manifest('MigPlan', 'plan', {
          srcMigClusterRef: { name: 'a' },
          destMigClusterRef: { name: 'b' },
          namespaces: ['shop'],
          labelSelector: { matchExpressions: 5 },
        }),
      ],
      /not the shape/,
    ],
    [
      'an unknown action',
      [
        manifest('MigPlan', 'plan', {
          srcMigClusterRef: { name: 'a' },
          destMigClusterRef: { name: 'b' },
          namespaces: ['shop'],
          persistentVolumes: [
            {
              pvc: { name: 'a', namespace: 'shop' },
              selection: { action: 'burn' },
            },
          ],
        }),
      ],
      /'burn' is none of copy, move, skip/,
    ],
    [
      'a service principal without a storage key',
      [
        secret('creds', { 'azure-credentials': 'AZURE_CLIENT_ID=a' }),
        manifest('MigStorage', 'azure', {
          backupStorageProvider: 'azure',
          backupStorageConfig: {
            azureStorageAccount: 'account',
            credsSecretRef,
          },
        }),
      ],
      /AZURE_STORAGE_ACCOUNT_ACCESS_KEY/,
    ],
    [
      'a bomb of aliases',
      [
        `a: &a [${'x,'.repeat(9)}x]\n${[...'bcdefgh']
          .map(
            (name, index) =>
              `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}*${
                'abcdefg'[index]
              }]`,
          )
          .join('\n')}`,
      ],
      /cannot be read/,
    ],
    ['brackets without end', ['['.repeat(100_000)], /brackets/],
    ['dashes without end', ['- '.repeat(100_000)], /nested too deep/],
  ])('refuses %s, and only that', async (_name, manifests, message) => {
    const host = manifest('MigCluster', 'host', { isHostCluster: true });
    const single = manifests.join('').length > 50_000;
    const items = await run(single ? manifests : [...manifests, host]);
    const [refused] = items;
    expect(refused).toMatchObject({ outcome: 'refused', losses: [] });
    expect(refused.message).toMatch(message);
    if (!single && !/no YAML|cannot be read/.test(refused.message)) {
      expect(taken).toHaveProperty(['cluster host']);
    }
  });

  it('names fields that nobody knows', async () => {
    const [item] = await run([
      manifest('MigCluster', 'host', {
        isHostCluster: true,
        warp: { speed: 9 },
      }),
    ]);
    expect(item.losses).toEqual([
      {
        field: 'spec.warp.speed',
        reason: 'MTC has no such field that is known here',
      },
    ]);
  });

  it('exports what it imports', async () => {
    const [, manifests, key] = examples[examples.length - 1];
    await run(manifests);
    const input: PlanInput = taken[key];
    const { objects, volumes: selections, ...rest } = input;
    const text = exportPlan({
      plan: { ...rest, selections, volumes: [], transforms: [{}] } as any,
      clusters: [
        {
          name: 'old',
          connection: { kind: 'serviceAccount', server: 'https://old:6443' },
        },
        { name: 'host', connection: { kind: 'inCluster' } },
      ] as any,
      repository: {
        name: 's3',
        location: { provider: 's3', bucket: 'moves', prefix: 'a' },
      } as any,
      hooks: [taken['hook flush']],
    });
    expect(text).toContain('# No counterpart: transforms.');
    expect(text).toContain('# No counterpart: prefix a.');
    expect(text).toContain(
      '# Make Secret openshift-migration/old-token with key saToken',
    );
    const again = taken;
    taken = {};
    const items = await run([text]);
    expect(items.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      // its Secret is to be made first
      'MigCluster refused',
      'MigCluster created',
      'MigStorage refused',
      'MigHook created',
      'MigPlan created',
    ]);
    expect(taken[key]).toEqual({ ...rest, volumes: selections });
    expect(taken['hook flush']).toEqual(again['hook flush']);
    expect(objects).toBeDefined();
  });
});

describe('docs/mtc-manifests.md', () => {
  it.each<[string, MtcField[]]>([
    ['MigCluster', migClusterFields],
    ['MigStorage', migStorageFields],
    ['MigHook', migHookFields],
    ['MigPlan', migPlanFields],
  ])('has a row for each field of %s', (_kind, fields) => {
    const page = readFileSync(
      join(__dirname, '../../../../docs/mtc-manifests.md'),
      'utf8',
    ).replace(/ +/g, ' ');
    for (const field of fields) {
      const said = 'loss' in field ? `— ${field.loss}` : field.becomes;
      expect(page).toContain(`| \`${field.field}\` | ${said} |`);
    }
  });
});
