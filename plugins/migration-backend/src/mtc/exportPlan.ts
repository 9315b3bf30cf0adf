/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Cluster,
  Hook,
  Plan,
  PlanHook,
  Repository,
  VolumeSelection,
} from '@namespace-migration/plugin-migration-common';
import { stringify } from 'yaml';
import { MTC_API_VERSION } from './manifest';
import { mtcPhases, PLAN_TYPE_ANNOTATION } from './migPlan';

/** Where MTC looks for its own objects. */
const NAMESPACE = 'openshift-migration';
const typeNames = { full: 'full', state: 'state', storageConversion: 'scc' };

interface ExportedManifest {
  /** Lines of what has no counterpart, and what is to be filled in. */
  comments: string[];
  object: object;
}

/** A plan and what it names as MTC's manifests, in one YAML text. Without credentials: comments name the Secrets to be made. */
export function exportPlan(options: {
  plan: Plan;
  clusters: Cluster[];
  repository?: Repository;
  /** Those that the plan names. */
  hooks: Hook[];
}): string {
  const { plan, clusters, repository, hooks } = options;
  const manifests = [
    ...clusters.map(migCluster),
    ...(repository ? [migStorage(repository)] : []),
    ...hooks.flatMap(hook => migHook(hook, plan.hooks ?? [])),
    migPlan(plan, hooks),
  ];
  return manifests
    .map(({ comments, object }) =>
      [
        '---',
        ...comments.map(line => `# ${line.replace(/\s+/g, ' ')}`),
        stringify(object).trimEnd(),
      ].join('\n'),
    )
    .join('\n')
    .concat('\n');
}

function manifest(kind: string, name: string, spec: object, more = {}) {
  return {
    apiVersion: MTC_API_VERSION,
    kind,
    metadata: { name, namespace: NAMESPACE, ...more },
    spec,
  };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function migCluster({ name, connection }: Cluster): ExportedManifest {
  if (connection.kind === 'inCluster') {
    const object = manifest('MigCluster', name, { isHostCluster: true });
    return { comments: [], object };
  }
  const secret = `${name}-token`;
  const comments = [
    `Make Secret ${NAMESPACE}/${secret} with key saToken: a token of a service account of cluster ${name}.`,
  ];
  comments.push('Fill in caBundle (base64) if a private authority signs url.');
  return {
    comments,
    object: manifest('MigCluster', name, {
      isHostCluster: false,
      url: connection.server ?? '',
      serviceAccountSecretRef: { name: secret, namespace: NAMESPACE },
    }),
  };
}

function migStorage({ name, location }: Repository): ExportedManifest {
  const secret = `${name}-credentials`;
  const credsSecretRef = { name: secret, namespace: NAMESPACE };
  const make = (keys: string) =>
    `Make Secret ${NAMESPACE}/${secret} with ${keys}.`;
  const comments = location.prefix
    ? [`No counterpart: prefix ${location.prefix}.`]
    : [];
  const { provider, bucket, region, endpoint, forcePathStyle, caBundle } =
    location;
  switch (provider) {
    case 'gcs':
      return {
        comments: [make('key gcp-credentials'), ...comments],
        object: manifest('MigStorage', name, {
          backupStorageProvider: 'gcp',
          backupStorageConfig: { gcpBucket: bucket, credsSecretRef },
        }),
      };
    case 'azure':
      return {
        comments: [
          make('key azure-credentials, an INI file of a service principal'),
          'Fill in azureResourceGroup.',
          ...comments,
        ],
        object: manifest('MigStorage', name, {
          backupStorageProvider: 'azure',
          backupStorageConfig: {
            azureStorageAccount: location.account,
            azureStorageContainer: location.container,
            credsSecretRef,
          },
        }),
      };
    default:
      return {
        comments: [
          make('keys aws-access-key-id and aws-secret-access-key'),
          ...comments,
        ],
        object: manifest('MigStorage', name, {
          backupStorageProvider: 'aws',
          backupStorageConfig: {
            awsBucketName: bucket,
            ...(region && { awsRegion: region }),
            ...(endpoint && { awsS3Url: endpoint }),
            ...(forcePathStyle && { awsS3ForcePathStyle: true }),
            ...(caBundle && { s3CustomCABundle: base64(caBundle) }),
            credsSecretRef,
          },
        }),
      };
  }
}

/** MTC has images and playbooks. */
function isMtcHook({ kind }: Hook): boolean {
  return kind === 'image' || kind === 'playbook';
}

function migHook(hook: Hook, uses: PlanHook[]): ExportedManifest[] {
  const { name, image, playbook, deadlineSeconds, retries, onFailure } = hook;
  const mine = uses.filter(use => use.hook === name);
  const targets = [...new Set(mine.map(targetOf))];
  if (!isMtcHook(hook) || !mine.some(use => mtcPhases.includes(use.phase))) {
    return [];
  }
  const comments = [
    ...(image?.command || image?.args || image?.env
      ? ['No counterpart: command, args and env of the image.']
      : []),
    ...(retries !== undefined && retries !== 5
      ? [`No counterpart: retries ${retries}; MTC makes six attempts.`]
      : []),
    ...(onFailure === 'continue'
      ? ['No counterpart: onFailure continue; in MTC the migration fails.']
      : []),
    ...(targets.length > 1
      ? [
          `No counterpart: the plan runs it on source and destination; here it is ${targets[0]}.`,
        ]
      : []),
  ];
  return [
    {
      comments,
      object: manifest('MigHook', name, {
        custom: playbook === undefined,
        image: image?.image ?? playbook?.image,
        ...(playbook && { playbook: playbook.playbook }),
        targetCluster: targets[0],
        ...(deadlineSeconds && { activeDeadlineSeconds: deadlineSeconds }),
      }),
    },
  ];
}

function targetOf({ cluster, phase }: PlanHook): 'source' | 'destination' {
  return cluster ?? (/Backup$/.test(phase) ? 'source' : 'destination');
}

function migPlan(plan: Plan, hooks: Hook[]): ExportedManifest {
  const used = (plan.hooks ?? []).filter(
    ({ hook, phase }) =>
      mtcPhases.includes(phase) &&
      hooks.some(other => other.name === hook && isMtcHook(other)),
  );
  const selections = plan.selections ?? [];
  const indirect = selections.some(each => each.copyMethod === 'indirect');
  return {
    comments: lostOf(plan, used),
    object: manifest(
      'MigPlan',
      plan.name,
      {
        srcMigClusterRef: { name: plan.source, namespace: NAMESPACE },
        destMigClusterRef: { name: plan.destination, namespace: NAMESPACE },
        ...(plan.repository && {
          migStorageRef: { name: plan.repository, namespace: NAMESPACE },
        }),
        namespaces: plan.namespaces.map(({ source, destination }) =>
          destination ? `${source}:${destination}` : source,
        ),
        indirectImageMigration: true,
        indirectVolumeMigration: indirect,
        ...(selections.length > 0 && {
          persistentVolumes: selections.map(selection =>
            persistentVolume(selection, plan),
          ),
        }),
        ...(used.length > 0 && {
          hooks: used.map(({ hook, phase, namespace, serviceAccount }) => ({
            reference: { name: hook, namespace: NAMESPACE },
            phase,
            executionNamespace: namespace ?? plan.namespaces[0].source,
            serviceAccount: serviceAccount ?? 'default',
          })),
        }),
      },
      {
        annotations: { [PLAN_TYPE_ANNOTATION]: typeNames[plan.type ?? 'full'] },
      },
    ),
  };
}

function persistentVolume(selection: VolumeSelection, plan: Plan): object {
  const { namespace, claim, targetClaim, copyMethod, accessModes } = selection;
  const volume = plan.volumes.find(
    each => each.namespace === namespace && each.claim === claim,
  );
  const action = selection.action ?? 'copy';
  return {
    ...(volume?.volumeName && { name: volume.volumeName }),
    ...(selection.size && {
      proposedCapacity: selection.size,
      capacityConfirmed: true,
    }),
    pvc: {
      namespace,
      name: targetClaim ? `${claim}:${targetClaim}` : claim,
    },
    selection: {
      action,
      ...(copyMethod &&
        action === 'copy' && {
          copyMethod: copyMethod === 'indirect' ? 'filesystem' : copyMethod,
        }),
      ...(selection.storageClass && { storageClass: selection.storageClass }),
      ...(accessModes?.length === 1 && { accessMode: accessModes[0] }),
      ...(selection.verify === 'full' && { verify: true }),
    },
  };
}

/** What a MigPlan cannot say. */
function lostOf(plan: Plan, used: PlanHook[]): string[] {
  const { description, entityRef, options, transforms, existing, objects } =
    plan;
  const lost = {
    description,
    entityRef,
    'options (settings of the whole operator in MTC)': options,
    transforms,
    'existing (MTC overwrites or leaves what is there)': existing,
    'objects (labelSelector and includedResources are to be written by hand)':
      objects,
  };
  const methods = (plan.selections ?? []).map(({ copyMethod }) => copyMethod);
  const unknown = methods.filter(
    method =>
      method &&
      !['filesystem', 'indirect', 'block', 'snapshot'].includes(method),
  );
  const mixed =
    methods.includes('indirect') && methods.some(each => each !== 'indirect');
  return [
    ...Object.entries(lost)
      .filter(([, value]) => Object.keys(value ?? {}).length > 0)
      .map(([field]) => `No counterpart: ${field}.`),
    ...(plan.hooks ?? [])
      .filter(hook => !used.includes(hook))
      .map(({ hook, phase }) => `No counterpart: hook ${hook} at ${phase}.`),
    ...unknown.map(method => `No counterpart: copy method ${method}.`),
    ...(mixed
      ? ['No counterpart: only some volumes go through the repository.']
      : []),
  ];
}
