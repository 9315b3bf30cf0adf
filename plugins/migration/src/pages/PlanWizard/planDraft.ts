/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ObjectSelection,
  ObjectTransform,
  Plan,
  PlanInput,
  PlanOptions,
} from '@namespace-migration/plugin-migration-common';

/** A transform whose patch is text, which may be no JSON yet. */
export interface TransformDraft extends Omit<ObjectTransform, 'patch'> {
  patch: string;
}

/** An ObjectSelection whose lists of kinds are text, one kind on each line. */
export interface ObjectsDraft
  extends Omit<ObjectSelection, 'includedKinds' | 'alsoKinds'> {
  includedKinds: string;
  alsoKinds: string;
}

/** PlanOptions, of which one is text, as above. */
export interface OptionsDraft extends Omit<PlanOptions, 'excludedKinds'> {
  excludedKinds: string;
}

/** A half-made PlanInput: what was typed is text, and an empty text is a field that is not given. */
export interface PlanDraft {
  name: string;
  type?: PlanInput['type'];
  description: string;
  source: string;
  destination: string;
  repository: string;
  entityRef: string;
  namespaces: Array<{ source: string; destination: string }>;
  volumes: NonNullable<PlanInput['volumes']>;
  existing: NonNullable<PlanInput['existing']>;
  objects: ObjectsDraft;
  images?: PlanInput['images'];
  transforms: TransformDraft[];
  hooks: NonNullable<PlanInput['hooks']>;
  options: OptionsDraft;
}

export const emptyDraft: PlanDraft = {
  name: '',
  description: '',
  source: '',
  destination: '',
  repository: '',
  entityRef: '',
  namespaces: [],
  volumes: [],
  existing: [],
  objects: { includedKinds: '', alsoKinds: '' },
  transforms: [],
  hooks: [],
  options: { excludedKinds: '' },
};

/** The input that a plan was made of. A field that PlanInput gets and this lacks does not compile. */
export function inputOfPlan(plan: Plan): PlanInput {
  const input: { [field in keyof Required<PlanInput>]: PlanInput[field] } = {
    name: plan.name,
    type: plan.type,
    description: plan.description,
    source: plan.source,
    destination: plan.destination,
    repository: plan.repository,
    entityRef: plan.entityRef,
    namespaces: plan.namespaces,
    volumes: plan.selections,
    existing: plan.existing,
    objects: plan.objects,
    images: plan.images,
    transforms: plan.transforms,
    hooks: plan.hooks,
    options: plan.options,
  };
  return input;
}

export function draftOf(input: PlanInput): PlanDraft {
  const { includedKinds, alsoKinds, ...objects } = input.objects ?? {};
  const { excludedKinds, ...options } = input.options ?? {};
  return {
    name: input.name,
    type: input.type,
    description: input.description ?? '',
    source: input.source,
    destination: input.destination,
    repository: input.repository ?? '',
    entityRef: input.entityRef ?? '',
    namespaces: input.namespaces.map(({ source, destination }) => ({
      source,
      destination: destination ?? '',
    })),
    volumes: input.volumes ?? [],
    existing: input.existing ?? [],
    objects: {
      ...objects,
      includedKinds: textOf(includedKinds),
      alsoKinds: textOf(alsoKinds),
    },
    transforms: (input.transforms ?? []).map(transform => ({
      ...transform,
      patch: JSON.stringify(transform.patch, null, 2),
    })),
    ...(input.images && { images: input.images }),
    hooks: input.hooks ?? [],
    options: { ...options, excludedKinds: textOf(excludedKinds) },
  };
}

/** The input as far as it is given. A patch that is no JSON is empty in it; `problemsOf` tells of it. */
export function inputOf(draft: PlanDraft): PlanInput {
  const { includedKinds, alsoKinds, ...objects } = draft.objects;
  const { excludedKinds, ...options } = draft.options;
  return given({
    ...draft,
    name: draft.name,
    source: draft.source,
    destination: draft.destination,
    namespaces: draft.namespaces.map(given),
    objects: givenObject({
      ...objects,
      includedKinds: linesOf(includedKinds),
      alsoKinds: linesOf(alsoKinds),
    }),
    transforms: draft.transforms.map(transform => ({
      ...transform,
      target: given(transform.target),
      patch: patchOf(transform.patch) ?? [],
    })),
    hooks: draft.hooks.map(given),
    options: givenObject({ ...options, excludedKinds: linesOf(excludedKinds) }),
  }) as PlanInput;
}

/** The operations of a patch, undefined when the text is no list of them. */
export function patchOf(text: string): ObjectTransform['patch'] | undefined {
  try {
    const value = JSON.parse(text);
    const legal =
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(
        operation =>
          typeof operation?.op === 'string' &&
          typeof operation?.path === 'string',
      );
    return legal ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What was kept of a draft; a field that is missing or of another form, as an older portal may have kept it, is empty. */
export function readDraft(kept: Record<string, unknown>): PlanDraft {
  const read = Object.entries(emptyDraft).map(([name, empty]) => {
    const value = kept[name];
    const sameForm =
      typeof value === typeof empty &&
      value !== null &&
      Array.isArray(value) === Array.isArray(empty);
    return [
      name,
      !sameForm
        ? empty
        : Array.isArray(empty) || typeof empty !== 'object'
        ? value
        : { ...empty, ...(value as object) },
    ];
  });
  const { type, images } = kept as Partial<PlanDraft>;
  return {
    ...Object.fromEntries(read),
    ...(type && { type }),
    ...(images && { images }),
  };
}

function textOf(lines: string[] = []): string {
  return lines.join('\n');
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

const absent = (value: unknown) =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

function given<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => !absent(value)),
  ) as T;
}

function givenObject<T extends object>(object: T): T | undefined {
  const left = given(object);
  return Object.keys(left).length > 0 ? left : undefined;
}
