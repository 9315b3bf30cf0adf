/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ObjectTransform } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  ObjectTransformation,
} from '@namespace-migration/plugin-migration-node';
import { applyPatch, JsonPatchError, Operation } from 'fast-json-patch';
import cloneDeep from 'lodash/cloneDeep';
import { parseLabelSelector } from './labelSelector';
import { RewriteContext } from './rules/ResourceRule';

/** A transform that cannot be carried out. Its message names transform, object and operation. */
export class TransformError extends Error {
  readonly name = 'TransformError';
}

/**
 * Transformations of extensions. One list for the process, because an object must become the same wherever it is
 * looked at: preview, export, apply and start.
 */
const added: ObjectTransformation[] = [];

/** @throws when a name is taken already */
export function addObjectTransform(
  ...transformations: ObjectTransformation[]
): void {
  for (const transformation of transformations) {
    if (added.some(({ name }) => name === transformation.name)) {
      throw new Error(
        `There is an object transform ${transformation.name} already; give yours another name`,
      );
    }
    added.push(transformation);
  }
}

/** A backend that registers the plugin begins with none. */
export function forgetObjectTransforms(): void {
  added.length = 0;
}

/** After every rule. @throws TransformError */
export function transform(
  object: KubernetesObject,
  original: KubernetesObject,
  { namespaces, transforms = [] }: RewriteContext,
): KubernetesObject {
  let current = object;
  for (const { name, kinds, apply } of added) {
    if (kinds.length === 0 || kinds.includes(object.kind)) {
      try {
        current = apply(cloneDeep(current), { original, namespaces });
      } catch (error) {
        throw failure(name, original, (error as Error).message);
      }
      checkIdentity(name, object, current);
    }
  }
  for (const each of transforms) {
    if (isTarget(each.target, original)) {
      current = patched(each, current, original);
      checkIdentity(each.name, object, current);
    }
  }
  return current;
}

export function isTarget(
  target: ObjectTransform['target'],
  { apiVersion, kind, metadata }: KubernetesObject,
): boolean {
  return (
    target.kind === kind &&
    (target.apiVersion ?? apiVersion) === apiVersion &&
    (target.name ?? metadata.name) === metadata.name &&
    (target.namespace ?? metadata.namespace) === metadata.namespace &&
    parseLabelSelector(target.labelSelector ?? '')(metadata.labels ?? {})
  );
}

function patched(
  { name, patch }: ObjectTransform,
  object: KubernetesObject,
  original: KubernetesObject,
): KubernetesObject {
  try {
    return applyPatch(object, cloneDeep(patch) as Operation[], true, false)
      .newDocument;
  } catch (error) {
    const { name: reason, operation } = error as JsonPatchError;
    // a test of what is not there fails too
    if (reason === 'TEST_OPERATION_FAILED' || operation?.op === 'test') {
      return object;
    }
    throw failure(
      name,
      original,
      operation
        ? `operation ${operation.op} ${operation.path}: ${reason}`
        : String(reason),
    );
  }
}

function checkIdentity(
  name: string,
  before: KubernetesObject,
  after: KubernetesObject,
): void {
  const same =
    after?.apiVersion === before.apiVersion &&
    after.kind === before.kind &&
    after.metadata?.name === before.metadata.name &&
    after.metadata.namespace === before.metadata.namespace;
  if (!same) {
    throw failure(
      name,
      before,
      'it changes apiVersion, kind, name or namespace, by which the object is found again',
    );
  }
}

function failure(
  name: string,
  { kind, metadata }: KubernetesObject,
  why: string,
): TransformError {
  return new TransformError(
    `Transform ${name} fails on ${kind} ${
      metadata.namespace ? `${metadata.namespace}/` : ''
    }${
      metadata.name
    }: ${why}. Correct the transform in the plan, or put a test operation before it.`,
  );
}
