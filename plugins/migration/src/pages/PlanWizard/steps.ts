/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { FieldErrors } from '../../presentation/fieldErrors';
import { inputOf, patchOf, PlanDraft } from './planDraft';

export const wizardSteps = [
  'general',
  'namespaces',
  'volumes',
  'images',
  'objects',
  'hooks',
  'review',
] as const;
export type WizardStep = (typeof wizardSteps)[number];

export function readStep(text: string | null | undefined): WizardStep {
  return wizardSteps.find(step => step === text) ?? 'general';
}

/** Where a field of PlanInput is, by its path. */
export function stepOfField(field: string): WizardStep {
  const [name] = field.split(/[[.]/);
  if (field.startsWith('options.excludedKinds')) {
    return 'objects';
  }
  const steps: Partial<Record<string, WizardStep>> = {
    namespaces: 'namespaces',
    volumes: 'volumes',
    options: 'volumes',
    images: 'images',
    objects: 'objects',
    transforms: 'objects',
    existing: 'objects',
    hooks: 'hooks',
    '': 'review',
  };
  return steps[name] ?? 'general';
}

export type Problem =
  | 'nameMissing'
  | 'nameIllegal'
  | 'sourceMissing'
  | 'destinationMissing'
  | 'noNamespace'
  | 'noClaim'
  | 'transformName'
  | 'transformKind'
  | 'noPatch';

const legalName = /^[a-z0-9][-a-z0-9]{1,61}[a-z0-9]$/;

/** What keeps the draft from being sent as a plan, by the path of the field. What else is wrong the server says. */
export function problemsOf(draft: PlanDraft): Record<string, Problem> {
  const problems: Record<string, Problem> = {};
  if (draft.name === '') {
    problems.name = 'nameMissing';
  } else if (!legalName.test(draft.name)) {
    problems.name = 'nameIllegal';
  }
  if (draft.source === '') {
    problems.source = 'sourceMissing';
  }
  if (draft.destination === '') {
    problems.destination = 'destinationMissing';
  }
  if (draft.namespaces.length === 0) {
    problems.namespaces = 'noNamespace';
  }
  if (
    (draft.type ?? 'full') !== 'full' &&
    !draft.volumes.some(({ action }) => action !== 'skip')
  ) {
    problems.volumes = 'noClaim';
  }
  draft.transforms.forEach(({ name, target, patch }, index) => {
    const at = `transforms[${index}]`;
    if (name === '') {
      problems[`${at}.name`] = 'transformName';
    }
    if (target.kind === '') {
      problems[`${at}.target.kind`] = 'transformKind';
    }
    if (!patchOf(patch)) {
      problems[`${at}.patch`] = 'noPatch';
    }
  });
  return problems;
}

/** Whether a step has a field with an error, for its mark. */
export function stepsWith(errors: FieldErrors | Record<string, Problem>) {
  return new Set(Object.keys(errors).map(stepOfField));
}

/**
 * What to ask the discovery of volumes with: what the volumes depend on, and no more, so that a half-typed transform does
 * not stand in the way. Undefined while clusters or namespaces are not chosen.
 */
export function discoveryInputOf(draft: PlanDraft): PlanInput | undefined {
  const { source, destination, namespaces } = draft;
  if (source === '' || destination === '' || namespaces.length === 0) {
    return undefined;
  }
  const input = inputOf(draft);
  return {
    name: legalName.test(draft.name) ? draft.name : 'draft',
    type: input.type,
    source,
    destination,
    repository: input.repository,
    namespaces: input.namespaces,
    volumes: input.volumes,
    options: input.options && { ...input.options, excludedKinds: undefined },
  };
}
