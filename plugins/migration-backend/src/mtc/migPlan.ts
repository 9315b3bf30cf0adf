/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookPhase,
  PlanHook,
  PlanInput,
  PlanType,
  VolumeSelection,
} from '@namespace-migration/plugin-migration-common';
import {
  listOf,
  Manifest,
  ManifestRefused,
  MtcField,
  nameOf,
  neededText,
  textOf,
} from './manifest';
import { pluralOf } from './pluralOf';
import { selectorText } from './selectorText';

export const PLAN_TYPE_ANNOTATION =
  'migration.openshift.io/selected-migplan-type';
export const mtcPhases: HookPhase[] = [
  'PreBackup',
  'PostBackup',
  'PreRestore',
  'PostRestore',
];
const planTypes: Record<string, PlanType> = {
  full: 'full',
  state: 'state',
  scc: 'storageConversion',
};
const pv = 'spec.persistentVolumes[]';
const images =
  'Container images are not copied; the destination pulls the same images';
const foundAnew = 'nothing to set: discovery finds it anew';

export const migPlanFields: MtcField[] = [
  { field: 'spec.namespaces', becomes: 'namespaces, with src:dest as mapping' },
  { field: 'spec.srcMigClusterRef', becomes: 'source' },
  { field: 'spec.destMigClusterRef', becomes: 'destination' },
  { field: 'spec.migStorageRef', becomes: 'repository' },
  {
    field: 'spec.closed',
    loss: 'A plan is not closed but deleted; this one can be run again',
  },
  { field: 'spec.hooks[].reference', becomes: 'hooks[].hook' },
  { field: 'spec.hooks[].phase', becomes: 'hooks[].phase' },
  { field: 'spec.hooks[].executionNamespace', becomes: 'hooks[].namespace' },
  { field: 'spec.hooks[].serviceAccount', becomes: 'hooks[].serviceAccount' },
  {
    field: 'spec.refresh',
    becomes: 'nothing to set: every migration checks its plan anew',
  },
  { field: 'spec.indirectImageMigration', loss: images, always: true },
  {
    field: 'spec.indirectVolumeMigration',
    becomes: 'volumes[].copyMethod indirect of the volumes that are named',
  },
  { field: 'spec.includedResources', becomes: 'objects.includedKinds' },
  { field: 'spec.labelSelector', becomes: 'objects.labelSelector' },
  {
    field: 'spec.liveMigrate',
    loss: 'Virtual machines are stopped for the cutover as any workload; their storage is not migrated live',
  },
  {
    field: 'spec.migAssetCollectionRef',
    loss: 'Asset collections are of MTC before 1.0; name the namespaces',
  },
  { field: `${pv}.name`, becomes: foundAnew },
  { field: `${pv}.capacity`, becomes: foundAnew },
  { field: `${pv}.storageClass`, becomes: foundAnew },
  { field: `${pv}.supported`, becomes: foundAnew },
  { field: `${pv}.nfs`, becomes: foundAnew },
  {
    field: `${pv}.proposedCapacity`,
    becomes: 'volumes[].size where capacityConfirmed is true',
  },
  {
    field: `${pv}.capacityConfirmed`,
    becomes: 'volumes[].size from proposedCapacity',
  },
  { field: `${pv}.pvc.namespace`, becomes: 'volumes[].namespace' },
  {
    field: `${pv}.pvc.name`,
    becomes: 'volumes[].claim and targetClaim, from src:dest',
  },
  { field: `${pv}.pvc.accessModes`, becomes: foundAnew },
  { field: `${pv}.pvc.volumeMode`, becomes: foundAnew },
  { field: `${pv}.pvc.hasReference`, becomes: foundAnew },
  { field: `${pv}.pvc.ownerType`, becomes: foundAnew },
  { field: `${pv}.selection.action`, becomes: 'volumes[].action' },
  { field: `${pv}.selection.copyMethod`, becomes: 'volumes[].copyMethod' },
  { field: `${pv}.selection.storageClass`, becomes: 'volumes[].storageClass' },
  {
    field: `${pv}.selection.accessMode`,
    becomes: "volumes[].accessModes; auto keeps the source's",
  },
  {
    field: `${pv}.selection.verify`,
    becomes: 'volumes[].verify full when true; without, copies are proven too',
  },
];

/**
 * @param hookClusters targetCluster of the MigHooks that came along, by name
 * @throws ManifestRefused
 */
export function readMigPlan(
  manifest: Manifest,
  hookClusters: Map<string, 'source' | 'destination'>,
): PlanInput {
  const { spec } = manifest;
  const source = referred(spec.srcMigClusterRef, 'spec.srcMigClusterRef');
  const destination = referred(
    spec.destMigClusterRef,
    'spec.destMigClusterRef',
  );
  const namespaces = listOf(spec.namespaces, 'spec.namespaces').map(mapping);
  if (namespaces.length === 0) {
    throw new ManifestRefused(
      'spec.namespaces: the plan names none. Name the namespaces that are to move.',
    );
  }
  const repository = textOf(
    spec.migStorageRef?.name,
    'spec.migStorageRef.name',
  );
  const volumes = listOf(spec.persistentVolumes, 'spec.persistentVolumes').map(
    (volume, index) =>
      volumeOf(volume, index, spec.indirectVolumeMigration === true),
  );
  const hooks = listOf(spec.hooks, 'spec.hooks').map((hook, index) =>
    hookOf(hook, index, hookClusters),
  );
  const includedKinds = listOf(
    spec.includedResources,
    'spec.includedResources',
  ).map(pluralOf);
  const labelSelector = selectorText(spec.labelSelector);
  return {
    name: nameOf(manifest, 3),
    type: typeOf(manifest, namespaces, source === destination),
    source,
    destination,
    ...(repository && { repository }),
    namespaces,
    ...(volumes.length > 0 && { volumes }),
    ...(hooks.length > 0 && { hooks }),
    ...((includedKinds.length > 0 || labelSelector) && {
      objects: {
        ...(includedKinds.length > 0 && { includedKinds }),
        ...(labelSelector && { labelSelector }),
      },
    }),
  };
}

function referred(reference: any, field: string): string {
  return neededText(reference?.name, `${field}.name`);
}

function mapping(entry: unknown): PlanInput['namespaces'][number] {
  const [source, destination] = neededText(entry, 'spec.namespaces[]').split(
    ':',
  );
  return destination && destination !== source
    ? { source, destination }
    : { source };
}

/** The choice in MTC's console, or else what its controller makes of clusters and mappings. */
function typeOf(
  { metadata }: Manifest,
  namespaces: PlanInput['namespaces'],
  sameCluster: boolean,
): PlanType {
  const chosen = metadata.annotations?.[PLAN_TYPE_ANNOTATION];
  if (chosen !== undefined) {
    const type = planTypes[chosen];
    if (!type) {
      throw new ManifestRefused(
        `metadata.annotations: ${PLAN_TYPE_ANNOTATION} is '${chosen}', none of full, state and scc. Correct it, or take it out.`,
      );
    }
    return type;
  }
  if (!sameCluster) {
    return 'full';
  }
  return namespaces.every(({ destination }) => destination)
    ? 'state'
    : 'storageConversion';
}

function volumeOf(
  volume: any,
  index: number,
  indirect: boolean,
): VolumeSelection {
  const field = `spec.persistentVolumes[${index}]`;
  const [claim, targetClaim] = neededText(
    volume?.pvc?.name,
    `${field}.pvc.name`,
  ).split(':');
  const selection = volume.selection ?? {};
  const action = oneOf(
    selection.action ?? 'copy',
    ['copy', 'move', 'skip'] as const,
    `${field}.selection.action`,
  );
  const asked = oneOf(
    selection.copyMethod ?? 'filesystem',
    ['filesystem', 'block', 'snapshot'] as const,
    `${field}.selection.copyMethod`,
  );
  const copyMethod = indirect && asked === 'filesystem' ? 'indirect' : asked;
  const storageClass = textOf(
    selection.storageClass,
    `${field}.selection.storageClass`,
  );
  const accessMode = oneOf(
    selection.accessMode || 'auto',
    ['auto', 'ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'] as const,
    `${field}.selection.accessMode`,
  );
  const named = selection.copyMethod !== undefined || indirect;
  return {
    namespace: neededText(volume.pvc.namespace, `${field}.pvc.namespace`),
    claim,
    action,
    ...(action === 'copy' && named && { copyMethod }),
    ...(targetClaim && targetClaim !== claim && { targetClaim }),
    ...(storageClass && { storageClass }),
    ...(accessMode !== 'auto' && { accessModes: [accessMode] }),
    ...(selection.verify === true && { verify: 'full' as const }),
    ...(volume.capacityConfirmed === true && {
      size: String(volume.proposedCapacity),
    }),
  };
}

function hookOf(
  hook: any,
  index: number,
  clusters: Map<string, 'source' | 'destination'>,
): PlanHook {
  const field = `spec.hooks[${index}]`;
  const name = referred(hook?.reference, `${field}.reference`);
  const namespace = textOf(
    hook.executionNamespace,
    `${field}.executionNamespace`,
  );
  const serviceAccount = textOf(hook.serviceAccount, `${field}.serviceAccount`);
  const cluster = clusters.get(name);
  return {
    hook: name,
    phase: oneOf(hook.phase, mtcPhases, `${field}.phase`),
    ...(cluster && { cluster }),
    ...(namespace && { namespace }),
    ...(serviceAccount && { serviceAccount }),
  };
}

function oneOf<T extends string>(
  value: unknown,
  known: readonly T[],
  field: string,
): T {
  const found = known.find(each => each === value);
  if (!found) {
    throw new ManifestRefused(
      `${field}: '${value}' is none of ${known.join(
        ', ',
      )}. Choose one of them.`,
    );
  }
  return found;
}
