/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

const LONGEST = 253;

/** `-mig-` and four characters that are the plan's (MTC's pattern). */
export function suffixOf(planName: string): string {
  const digest = createHash('sha256').update(planName).digest('hex');
  return `-mig-${digest.slice(0, 4)}`;
}

/** A claim that a StatefulSet made from one of its templates. */
export interface ClaimOfSet {
  set: KubernetesObject;
  template: string;
  ordinal: number;
}

/** `<template>-<set>-<ordinal>`, as the StatefulSet controller names them. */
export function claimOfSet(
  claim: string,
  sets: KubernetesObject[],
): ClaimOfSet | undefined {
  for (const set of sets) {
    for (const { metadata } of set.spec.volumeClaimTemplates ?? []) {
      const prefix = `${metadata.name}-${set.metadata.name}-`;
      const ordinal = claim.startsWith(prefix)
        ? claim.slice(prefix.length)
        : '';
      if (/^(0|[1-9]\d*)$/.test(ordinal)) {
        return { set, template: metadata.name, ordinal: Number(ordinal) };
      }
    }
  }
  return undefined;
}

/** The new claim's name; one of a StatefulSet follows from the name of its new template. */
export function convertedName(
  claim: string,
  planName: string,
  sets: KubernetesObject[],
): string {
  const suffix = suffixOf(planName);
  const ofSet = claimOfSet(claim, sets);
  return ofSet
    ? `${ofSet.template}${suffix}-${ofSet.set.metadata.name}-${ofSet.ordinal}`
    : `${claim.slice(0, LONGEST - suffix.length)}${suffix}`;
}
