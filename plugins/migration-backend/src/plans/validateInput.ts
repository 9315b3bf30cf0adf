/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { parseQuantity } from '../volumes/parseQuantity';
import { checkImages } from './checkImages';
import { checkObjectChoices } from './checkObjectChoices';

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
  if (input.options?.quiesce === false && input.type !== 'state') {
    bad(
      'options.quiesce',
      'Only a plan of type state may leave the stopping of the application to others; leave quiesce out',
    );
  }
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
    const stays =
      input.source === input.destination && destination === mapping.source;
    if (input.type === 'storageConversion' && !stays) {
      bad(
        `namespaces[${index}].destination`,
        `A storage conversion stays where it is: destination must be cluster ${input.source}, and ${mapping.source} keeps its name`,
      );
    }
    if ((input.type ?? 'full') === 'full' && stays) {
      bad(
        `namespaces[${index}].destination`,
        `On the same cluster ${mapping.source} needs another name at its destination`,
      );
    }
    for (const [chosen, { namespace, claim, targetClaim }] of (
      input.volumes ?? []
    ).entries()) {
      if (
        input.type === 'state' &&
        stays &&
        namespace === mapping.source &&
        (targetClaim ?? claim) === claim
      ) {
        bad(
          `volumes[${chosen}].targetClaim`,
          `Within namespace ${namespace} claim ${claim} needs another name for its copy`,
        );
      }
    }
  }
  if (
    (input.type ?? 'full') !== 'full' &&
    !(input.volumes ?? []).some(({ action }) => action !== 'skip')
  ) {
    bad('volumes', `A plan of type ${input.type} names the claims it is for`);
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
  checkObjectChoices(input, bad);
  checkImages(input, bad);
  return conditions;
}
