/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';
import { convertedClaimsOf } from '../conversion/ConvertedClaims';
import { claimOfSet, convertedName } from '../conversion/convertedName';
import { claimsNamedBy, referenceKindOf } from '../conversion/swapReferences';
import { workloadKinds } from '../quiesce';
import { servedVersion } from '../quiesce/quiesceNamespace';
import { hasController } from '../quiesce/WorkloadKind';

/** Who would undo the swap, by the marks that they leave on what they keep. */
const keepers: Array<{ by: string; mark: RegExp }> = [
  { by: 'Argo CD', mark: /^argocd\.argoproj\.io\// },
  { by: 'Flux', mark: /^(kustomize|helm)\.toolkit\.fluxcd\.io\// },
  { by: 'Helm', mark: /^meta\.helm\.sh\// },
];

/** What a storage conversion must know of the workloads. Reads only. */
export async function checkConversion(
  input: PlanInput,
  volumes: PlannedVolume[],
  cluster: ClusterClient,
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const volume of volumes.filter(({ action }) => action === 'copy')) {
    if (
      volume.target.storageClass === volume.storageClass &&
      isEqual(volume.target.accessModes, volume.accessModes) &&
      volume.target.sizeBytes ===
        Math.max(volume.requestedBytes, volume.capacityBytes)
    ) {
      conditions.push({
        type: 'NothingToConvert',
        category: 'Critical',
        message: `Claim ${volume.namespace}/${volume.claim} would get the class, the access modes and the size that it has. Plan another one of them, or leave the claim out.`,
        object: claimRef(cluster, volume),
      });
    }
  }
  for (const { source: namespace } of input.namespaces) {
    const workloads = await workloadsOf(cluster, namespace);
    const sets = workloads.filter(({ kind }) => kind === 'StatefulSet');
    conditions.push(
      ...ofSets(input, cluster, namespace, volumes, sets),
      ...workloads
        .filter(
          workload =>
            claimsNamedBy(workload, convertedClaimsOf(volumes, namespace))
              .length > 0,
        )
        .flatMap(workload => keptBy(cluster, workload)),
    );
  }
  return conditions;
}

/** A set's claims follow from its templates: all of one template are converted together, and their names are given. */
function ofSets(
  input: PlanInput,
  cluster: ClusterClient,
  namespace: string,
  volumes: PlannedVolume[],
  sets: KubernetesObject[],
): Condition[] {
  const conditions: Condition[] = [];
  const here = volumes.filter(volume => volume.namespace === namespace);
  for (const volume of here.filter(({ action }) => action === 'copy')) {
    const ofSet = claimOfSet(volume.claim, sets);
    const expected = convertedName(volume.claim, input.name, sets);
    if (ofSet && volume.target.claim !== expected) {
      conditions.push({
        type: 'ConvertedNameIsGiven',
        category: 'Critical',
        message: `Claim ${namespace}/${volume.claim} belongs to StatefulSet ${ofSet.set.metadata.name}, which will look for ${expected}. Leave targetClaim out of the plan.`,
        object: claimRef(cluster, volume),
      });
    }
    const left = ofSet
      ? here.filter(other => {
          const same = claimOfSet(other.claim, [ofSet.set]);
          return same?.template === ofSet.template && other.action !== 'copy';
        })
      : [];
    for (const other of left) {
      conditions.push({
        type: 'ConversionIncomplete',
        category: 'Critical',
        message: `Claim ${namespace}/${other.claim} is of the same StatefulSet and template as ${volume.claim}, which is converted. Convert it too.`,
        object: claimRef(cluster, other),
      });
    }
  }
  return conditions;
}

function keptBy(
  cluster: ClusterClient,
  { apiVersion, kind, metadata }: KubernetesObject,
): Condition[] {
  const marks = Object.keys({ ...metadata.labels, ...metadata.annotations });
  const [owner] = metadata.ownerReferences ?? [];
  const keeper =
    keepers.find(({ mark }) => marks.some(key => mark.test(key)))?.by ??
    (owner && `${owner.kind} ${owner.name}`);
  return keeper
    ? [
        {
          type: 'WorkloadIsKept',
          category: 'Warn',
          message: `${kind} ${metadata.namespace}/${metadata.name} is kept by ${keeper}, which may undo the new claim's name. Change it there too, at once after the cutover.`,
          object: {
            cluster: cluster.name,
            apiVersion,
            kind,
            namespace: metadata.namespace,
            name: metadata.name,
          },
        },
      ]
    : [];
}

async function workloadsOf(
  cluster: ClusterClient,
  namespace: string,
): Promise<KubernetesObject[]> {
  const found: KubernetesObject[] = [];
  for (const workload of workloadKinds) {
    const apiVersion = await servedVersion(cluster, workload);
    if (apiVersion && referenceKindOf(workload.kind)) {
      const type = { apiVersion, kind: workload.kind };
      for (const object of await cluster.list(type, { namespace })) {
        // those of a list do not say what they are
        found.push({ ...type, ...object });
      }
    }
  }
  return found.filter(
    object => object.kind !== 'ReplicaSet' || !hasController(object),
  );
}

const claimRef = (cluster: ClusterClient, volume: PlannedVolume) => ({
  cluster: cluster.name,
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  namespace: volume.namespace,
  name: volume.claim,
});
