/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';
import {
  FieldErrors,
  fieldErrorsOf,
  fieldErrorsOfConditions,
} from '../../presentation/fieldErrors';
import { draftOf, inputOfPlan, PlanDraft } from './planDraft';
import { Problem, problemsOf, stepOfField, WizardStep } from './steps';

export interface WizardState {
  draft: PlanDraft;
  plan?: Plan;
  /** Steps that were left: what is missing in others is not told yet. */
  seen: ReadonlySet<WizardStep>;
  /** Why the server did not take the plan. */
  refusal?: Error;
}

/** What is wrong with which field: what was found in the saved plan, what is missing, what the server refused. */
export function wizardErrors(
  { draft, plan, seen, refusal }: WizardState,
  textOf: (problem: Problem) => string,
): FieldErrors {
  const known = knownFields(draft);
  const missing = Object.entries(problemsOf(draft)).filter(([field]) =>
    seen.has(stepOfField(field)),
  );
  return {
    ...fieldErrorsOfConditions(conditionsThatHold(draft, plan), known),
    ...Object.fromEntries(
      missing.map(([field, problem]) => [field, textOf(problem)]),
    ),
    ...(refusal && fieldErrorsOf(refusal, known)),
  };
}

/** Those of the saved plan whose part of it is still as it was: else an index may be another one's. */
function conditionsThatHold(draft: PlanDraft, plan?: Plan) {
  if (!plan) {
    return [];
  }
  const saved = draftOf(inputOfPlan(plan));
  return plan.conditions.filter(({ field = '' }) => {
    const [part] = field.split(/[[.]/) as [keyof PlanDraft];
    return JSON.stringify(draft[part]) === JSON.stringify(saved[part]);
  });
}

/** The paths of the fields that the steps show, the longest first. */
export function knownFields(draft: PlanDraft): string[] {
  const each = (list: unknown[], name: string, ...fields: string[]) =>
    list.flatMap((_, index) =>
      ['', ...fields.map(field => `.${field}`)]
        .reverse()
        .map(field => `${name}[${index}]${field}`),
    );
  return [
    ...each(draft.namespaces, 'namespaces', 'source', 'destination'),
    ...each(draft.images?.rules ?? [], 'images.rules', 'from', 'to'),
    ...each(
      draft.images?.registries ?? [],
      'images.registries',
      'registry',
      'address',
      'caBundle',
      'credentials.namespace',
      'credentials.secret',
    ),
    ...each(
      draft.volumes,
      'volumes',
      'claim',
      'action',
      'copyMethod',
      'targetClaim',
      'storageClass',
      'size',
      'accessModes',
      'verify',
      'stageFrom',
    ),
    ...each(
      draft.transforms,
      'transforms',
      'name',
      'target.kind',
      'target.labelSelector',
      'target',
      'patch',
    ),
    ...each(
      draft.hooks,
      'hooks',
      'hook',
      'phase',
      'namespace',
      'serviceAccount',
    ),
    ...each(draft.objects.hosts ?? [], 'objects.hosts', 'from', 'to'),
    'images.copyMethod',
    'images.existingTags',
    'images.pullSecret',
    'images.registries',
    'images.rules',
    'images',
    'objects.includedKinds',
    'objects.alsoKinds',
    'objects.labelSelector',
    'objects.clusterScoped',
    'objects.includedObjects',
    'objects.excludedObjects',
    'options.excludedKinds',
    'existing',
    'options',
    'objects',
    'transforms',
    'hooks',
    'namespaces',
    'volumes',
    'name',
    'type',
    'description',
    'source',
    'destination',
    'repository',
    'entityRef',
  ];
}
