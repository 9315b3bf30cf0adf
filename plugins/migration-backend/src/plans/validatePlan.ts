/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CheckResult,
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
  PlanInput,
  PlannedImage,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  OtherPlan,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { plannedPages } from '../resources/planObjects';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { checkStageSource } from './checkStageSource';
import { checkStorageQuotas } from './checkStorageQuotas';
import { checkConversion } from './checkConversion';
import { checkTargets } from './checkTargets';
import { discoverVolumes } from './discoverVolumes';
import { addBarePods, imagesOfPlan, withSizes } from './imagesOfPlan';
import { PlannedKept } from './preflight/PlannedKept';
import { rememberReads } from './preflight/rememberReads';
import { runPreflight } from './preflight/runPreflight';
import { sourceWorkloads } from './preflight/sourceWorkloads';
import { validateInput } from './validateInput';

export interface Preflight {
  checks: readonly PreflightCheck[];
  otherPlans(): Promise<OtherPlan[]>;
}

const noPreflight: Preflight = { checks: [], otherPlans: async () => [] };

/** Discovery, and everything that would stop the plan. Reads only. */
export async function validatePlan(
  planId: string,
  input: PlanInput,
  source: ClusterClient,
  destination: ClusterClient,
  engines: VolumeCopyEngines,
  movableStorageClasses: string[] = [],
  preflight: Preflight = noPreflight,
): Promise<{
  volumes: PlannedVolume[];
  /** Absent where the plan copies none. */
  images?: PlannedImage[];
  conditions: Condition[];
  checks: CheckResult[];
}> {
  const conditions = validateInput(input);
  if (conditions.length > 0) {
    return { volumes: [], conditions, checks: [] };
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
    movableStorageClasses,
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
  const chosenOnly = (input.type ?? 'full') !== 'full';
  for (const volume of volumes) {
    if (chosenOnly && volume.action === 'skip') {
      continue;
    }
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
  conditions.push(...checkTargets(input, volumes));
  conditions.push(...(await checkStorageQuotas(planId, volumes, destination)));
  const namespaces = found.map(mapping => ({
    source: mapping.source,
    destination: mapping.destination ?? mapping.source,
  }));
  if (input.type === 'storageConversion') {
    conditions.push(...(await checkConversion(input, volumes, source)));
  }
  const type = input.type ?? 'full';
  const planned = new PlannedKept(
    preflight.checks.flatMap(check => check.plannedKinds ?? []),
  );
  const images = imagesOfPlan(input, namespaces);
  let forbidden: ClusterError | undefined;
  try {
    for await (const page of type === 'full'
      ? plannedPages({
          plan: { id: planId, input, volumes },
          namespaces,
          source,
          destination,
        })
      : []) {
      conditions.push(...page.conditions);
      for (const { object, action, original } of page.objects) {
        if (action !== 'skip') {
          planned.add(object);
          images?.add(original);
        }
      }
    }
  } catch (error) {
    if (!(error instanceof ClusterError) || error.statusCode !== 403) {
      throw error;
    }
    // the API server names the first right that is missing; the checks may name them all
    forbidden = error;
  }
  const remembering = rememberReads(source);
  if (images) {
    await addBarePods(images, remembering, namespaces);
  }
  const checked = await runPreflight(preflight.checks, {
    planId,
    input,
    type,
    volumes,
    namespaces,
    source: remembering,
    destination: rememberReads(destination),
    planned,
    workloads: () =>
      sourceWorkloads(
        remembering,
        namespaces.map(mapping => mapping.source),
      ),
    otherPlans: preflight.otherPlans,
  });
  conditions.push(...checked.conditions);
  if (forbidden && !conditions.some(({ type: t }) => t === 'MissingRights')) {
    throw forbidden;
  }
  return {
    volumes,
    ...(images && { images: await withSizes(images.all(), remembering) }),
    conditions,
    checks: checked.checks,
  };
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
    conditions.push(...checkStageSource(volume, engines));
  }
  const { storageClass } = volume.target;
  if (
    volume.action === 'copy' &&
    (storageClass === undefined || !classes.has(storageClass))
  ) {
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
    !volume.target.shrink &&
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
      }. Choose a larger size, or consent to shrink it.`,
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
  const adopts = volume.target.adopt && volume.action === 'copy';
  if (existing && !ours && !adopts) {
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
