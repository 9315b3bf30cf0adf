/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { containersHaveEnded } from '../volumes/containersHaveEnded';
import { applicationOf } from '../volumes/security/applicationOf';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { fitStageSources } from '../volumes/stageSource/fitStageSources';
import { convertedName } from '../conversion/convertedName';
import { parseQuantity } from '../volumes/parseQuantity';

/** The claims of the plan's namespaces with what the plan will do with each. Reads only. */
export async function discoverVolumes(
  input: PlanInput,
  source: ClusterClient,
  destination: ClusterClient,
  engines: VolumeCopyEngines,
  movableStorageClasses: string[] = [],
): Promise<PlannedVolume[]> {
  const classes = await destination.list({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
  });
  const sourceClasses = await source.list({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
  });
  const persistentVolumes = await source.list({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
  });
  const [sourceSnapshotClasses, snapshotClasses] = await Promise.all(
    [source, destination].map(cluster =>
      cluster.list({
        apiVersion: 'snapshot.storage.k8s.io/v1',
        kind: 'VolumeSnapshotClass',
      }),
    ),
  );
  // of the other types only what is named is brought
  const chosenOnly = (input.type ?? 'full') !== 'full';
  const planned: PlannedVolume[] = [];
  for (const mapping of input.namespaces) {
    const namespace = mapping.source;
    const claims = await source.list(
      { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
      { namespace },
    );
    const sets =
      input.type === 'storageConversion'
        ? await source.list(
            { apiVersion: 'apps/v1', kind: 'StatefulSet' },
            { namespace },
          )
        : [];
    const pods = await source.list(
      { apiVersion: 'v1', kind: 'Pod' },
      { namespace },
    );
    for (const claim of claims) {
      const selection = input.volumes?.find(
        volume =>
          volume.namespace === namespace &&
          volume.claim === claim.metadata.name,
      );
      const requestedBytes = parseQuantity(
        claim.spec.resources?.requests?.storage ?? '0',
      );
      const capacityBytes = parseQuantity(
        claim.status?.capacity?.storage ?? '0',
      );
      const provisioner = sourceClasses.find(
        c => c.metadata.name === claim.spec.storageClassName,
      )?.provisioner;
      const storageClass =
        selection?.storageClass ??
        proposedClass(classes, claim.spec.storageClassName, provisioner);
      const persistentVolume = persistentVolumes.find(
        ({ metadata }) => metadata.name === claim.spec.volumeName,
      );
      const driver: string | undefined = persistentVolume?.spec.csi?.driver;
      const moves = selection?.action === 'move';
      const mounting = pods.filter(
        pod =>
          !containersHaveEnded(pod) &&
          pod.spec.volumes?.some(
            (v: any) =>
              v.persistentVolumeClaim?.claimName === claim.metadata.name,
          ),
      );
      const volume: PlannedVolume = {
        namespace,
        claim: claim.metadata.name,
        volumeName: claim.spec.volumeName,
        storageClass: claim.spec.storageClassName,
        accessModes: claim.spec.accessModes ?? [],
        volumeMode: claim.spec.volumeMode ?? 'Filesystem',
        volumeSource: persistentVolume && sourceOf(persistentVolume),
        driver,
        snapshotClasses: driver
          ? {
              source: snapshotClassOf(sourceSnapshotClasses, driver),
              destination: snapshotClassOf(snapshotClasses, driver),
            }
          : undefined,
        movable: movableStorageClasses.includes(
          claim.spec.storageClassName ?? '',
        ),
        requestedBytes,
        capacityBytes,
        mountedBy: mounting.map(pod => pod.metadata.name),
        application: applicationOf(mounting),
        // a claim without a volume holds nothing
        action:
          claim.status?.phase === 'Bound'
            ? selection?.action ?? (chosenOnly && !selection ? 'skip' : 'copy')
            : 'skip',
        verify: selection?.verify,
        stageFrom: selection?.stageFrom,
        copyMethod: '',
        copyMethods: [],
        target: {
          namespace: mapping.destination ?? namespace,
          claim:
            selection?.targetClaim ??
            (input.type === 'storageConversion'
              ? convertedName(claim.metadata.name, input.name, sets)
              : claim.metadata.name),
          // a volume that is moved stays what it is
          storageClass: moves ? claim.spec.storageClassName : storageClass,
          // MTC's rule: never smaller than requested or than the volume really is (mtc.md 1.2)
          sizeBytes:
            selection?.size && !moves
              ? parseQuantity(selection.size)
              : Math.max(requestedBytes, capacityBytes),
          accessModes:
            (moves ? undefined : selection?.accessModes) ??
            claim.spec.accessModes ??
            [],
          adopt: selection?.adopt ?? false,
          shrink: selection?.shrink ?? false,
        },
      };
      const copyMethods = engines.fitsOf(volume, input);
      const proposed = copyMethods.filter(
        ({ action }) => action === (volume.action === 'move' ? 'move' : 'copy'),
      );
      planned.push({
        ...volume,
        stageSources: fitStageSources(volume),
        copyMethods,
        copyMethod:
          selection?.copyMethod ??
          (proposed.find(({ fits }) => fits) ?? proposed[0])?.name ??
          '',
      });
    }
  }
  return planned;
}

/** The class of the driver: the one that is marked as default, else any. */
function snapshotClassOf(
  classes: KubernetesObject[],
  driver: string,
): string | undefined {
  const ofDriver = classes.filter(each => each.driver === driver);
  const byDefault = ofDriver.find(
    ({ metadata }) =>
      metadata.annotations?.[
        'snapshot.storage.kubernetes.io/is-default-class'
      ] === 'true',
  );
  return (byDefault ?? ofDriver[0])?.metadata.name;
}

/** Fields of a PersistentVolume's spec that are not its storage. */
const otherFields = [
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
];

function sourceOf(persistentVolume: KubernetesObject): string | undefined {
  return Object.keys(persistentVolume.spec).find(
    field => !otherFields.includes(field),
  );
}

/** MTC's order: same name with the same provisioner, same name, same provisioner, the default class. */
function proposedClass(
  classes: any[],
  name?: string,
  provisioner?: string,
): string | undefined {
  const byName = classes.find(c => c.metadata.name === name);
  const byProvisioner = classes.find(c => c.provisioner === provisioner);
  const byDefault = classes.find(
    c =>
      c.metadata.annotations?.[
        'storageclass.kubernetes.io/is-default-class'
      ] === 'true',
  );
  return (byName ?? byProvisioner ?? byDefault)?.metadata.name;
}
