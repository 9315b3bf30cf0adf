/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { planObjects } from '../resources/planObjects';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { discoverVolumes } from './discoverVolumes';
import { parseQuantity } from './parseQuantity';

const dns1123 = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** What can be said without a cluster. Each is a finding in the plan's own fields. */
export function validateInput(input: PlanInput): Condition[] {
  const conditions: Condition[] = [];
  const bad = (field: string, message: string) =>
    conditions.push({
      type: 'InvalidPlan',
      category: 'Critical',
      field,
      message,
    });
  const targets = new Set<string>();
  for (const [index, mapping] of input.namespaces.entries()) {
    const destination = mapping.destination ?? mapping.source;
    for (const [side, name] of [
      ['source', mapping.source],
      ['destination', destination],
    ]) {
      if (!dns1123.test(name)) {
        bad(
          `namespaces[${index}].${side}`,
          `'${name}' is no legal namespace name: use 1 to 63 lower-case letters, digits and dashes`,
        );
      }
    }
    if (/^(kube-|openshift-|default$)/.test(mapping.source)) {
      bad(
        `namespaces[${index}].source`,
        `${mapping.source} belongs to the cluster and is not migrated`,
      );
    }
    if (targets.has(destination)) {
      bad(
        `namespaces[${index}].destination`,
        `${destination} is the destination of two namespaces; choose another name`,
      );
    }
    targets.add(destination);
    if (input.source === input.destination && destination === mapping.source) {
      bad(
        `namespaces[${index}].destination`,
        `On the same cluster ${mapping.source} needs another name at its destination`,
      );
    }
  }
  for (const [index, volume] of (input.volumes ?? []).entries()) {
    if (volume.size !== undefined) {
      try {
        parseQuantity(volume.size);
      } catch (error) {
        bad(`volumes[${index}].size`, (error as Error).message);
      }
    }
    if (
      volume.targetClaim !== undefined &&
      !/^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/.test(volume.targetClaim)
    ) {
      bad(
        `volumes[${index}].targetClaim`,
        `'${volume.targetClaim}' is no legal name of a claim`,
      );
    }
  }
  return conditions;
}

/** Discovery, and everything that would stop the plan. Reads only. */
export async function validatePlan(
  planId: string,
  input: PlanInput,
  source: ClusterClient,
  destination: ClusterClient,
  engines: VolumeCopyEngines,
): Promise<{ volumes: PlannedVolume[]; conditions: Condition[] }> {
  const conditions = validateInput(input);
  if (conditions.length > 0) {
    return { volumes: [], conditions };
  }
  const found: typeof input.namespaces = [];
  for (const [index, mapping] of input.namespaces.entries()) {
    if (
      await source.get({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: mapping.source,
      })
    ) {
      found.push(mapping);
    } else {
      conditions.push({
        type: 'NamespaceNotFound',
        category: 'Critical',
        field: `namespaces[${index}].source`,
        message: `Namespace ${mapping.source} does not exist on cluster ${source.name}. Correct its name or remove it from the plan.`,
      });
    }
  }
  const volumes = await discoverVolumes(
    { ...input, namespaces: found },
    source,
    destination,
    engines,
  );
  const classes = new Set(
    (
      await destination.list({
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
      })
    ).map(c => c.metadata.name),
  );
  for (const [index, selection] of (input.volumes ?? []).entries()) {
    if (
      !volumes.some(
        volume =>
          volume.namespace === selection.namespace &&
          volume.claim === selection.claim,
      )
    ) {
      conditions.push({
        type: 'ClaimNotFound',
        category: 'Critical',
        field: `volumes[${index}].claim`,
        message: `Claim ${selection.namespace}/${selection.claim} does not exist on cluster ${source.name}. Remove it from the plan.`,
      });
    }
  }
  for (const volume of volumes) {
    conditions.push(
      ...(await volumeConditions(
        planId,
        input,
        volume,
        classes,
        source,
        destination,
        engines,
      )),
    );
  }
  const namespaces = found.map(mapping => ({
    source: mapping.source,
    destination: mapping.destination ?? mapping.source,
  }));
  const planned = await planObjects({
    plan: { id: planId, input, volumes },
    namespaces,
    source,
    destination,
    excludedKinds: input.options?.excludedKinds ?? [],
  });
  return { volumes, conditions: [...conditions, ...planned.conditions] };
}

async function volumeConditions(
  planId: string,
  input: PlanInput,
  volume: PlannedVolume,
  classes: Set<string>,
  source: ClusterClient,
  destination: ClusterClient,
  engines: VolumeCopyEngines,
): Promise<Condition[]> {
  const name = `${volume.namespace}/${volume.claim}`;
  const object = {
    cluster: source.name,
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.namespace,
    name: volume.claim,
  };
  if (volume.action === 'skip') {
    return [
      {
        type: 'VolumeSkipped',
        category: 'Advisory',
        message: `Claim ${name} is not copied`,
        object,
      },
    ];
  }
  const conditions: Condition[] = [];
  const method = volume.copyMethods.find(
    ({ name: engine }) => engine === volume.copyMethod,
  );
  if (!method?.fits || method.action !== volume.action) {
    const fitting = volume.copyMethods.filter(
      ({ fits, action }) => fits && action === volume.action,
    );
    conditions.push({
      type: 'CopyMethodDoesNotFit',
      category: 'Critical',
      message: `${
        method?.reason ??
        (method
          ? `Claim ${name}: ${volume.copyMethod} is for action ${method.action}, and the plan says ${volume.action}`
          : `Claim ${name}: there is no copy method ${volume.copyMethod}`)
      }. ${
        fitting.length > 0
          ? `Choose ${fitting.map(engine => engine.name).join(' or ')}`
          : 'No copy method fits; skip the claim'
      } in the plan.`,
      object,
    });
  } else {
    const found = await engines.get(volume.copyMethod).check?.(
      {
        planId,
        source,
        destination,
        options: { moverSecurity: input.options?.moverSecurity ?? 'auto' },
      },
      volume,
    );
    conditions.push(...(found ?? []));
  }
  const { storageClass } = volume.target;
  if (storageClass === undefined || !classes.has(storageClass)) {
    conditions.push({
      type: 'StorageClassNotFound',
      category: 'Critical',
      message: `Claim ${name}: cluster ${
        destination.name
      } has no storage class ${storageClass ?? 'that fits'}. Choose one of ${[
        ...classes,
      ].join(', ')} in the plan.`,
      object,
    });
  }
  if (
    volume.target.sizeBytes <
    Math.max(volume.requestedBytes, volume.capacityBytes)
  ) {
    conditions.push({
      type: 'DestinationTooSmall',
      category: 'Critical',
      message: `Claim ${name} has ${Math.max(
        volume.requestedBytes,
        volume.capacityBytes,
      )} bytes and its destination only ${
        volume.target.sizeBytes
      }. Choose a larger size.`,
      object,
    });
  }
  const existing = await destination.get({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.target.namespace,
    name: volume.target.claim,
  });
  const ours =
    existing?.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === planId;
  if (existing && !ours && !volume.target.adopt) {
    conditions.push({
      type: 'ClaimExists',
      category: 'Critical',
      message: `Claim ${volume.target.namespace}/${volume.target.claim} exists on cluster ${destination.name} and was not created by this plan. Consent to adopt it (its files are replaced), or give the copy another name.`,
      object: {
        ...object,
        cluster: destination.name,
        namespace: volume.target.namespace,
        name: volume.target.claim,
      },
    });
  }
  return conditions;
}
