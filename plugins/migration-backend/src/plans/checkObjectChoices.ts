/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ObjectTransform,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { validate } from 'fast-json-patch';
import { neverBrought } from '../resources/defaultExclusions';
import { parseLabelSelector } from '../resources/labelSelector';

const kindName = /^(\*\.)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
const host =
  /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/i;
/** By these an object is found again: on the destination, at the proof and at a rollback. */
const identity = [
  '/apiVersion',
  '/kind',
  '/metadata',
  '/metadata/name',
  '/metadata/namespace',
];

type Refuse = (field: string, message: string) => void;

/** What a plan says of objects, as far as it can be judged without a cluster. */
export function checkObjectChoices(input: PlanInput, bad: Refuse): void {
  const { objects = {}, transforms = [], options = {} } = input;
  const never = new Set(neverBrought.flatMap(({ kinds }) => kinds));
  const kindLists: Array<[string, string[] | undefined]> = [
    ['objects.includedKinds', objects.includedKinds],
    ['objects.alsoKinds', objects.alsoKinds],
    ['options.excludedKinds', options.excludedKinds],
  ];
  for (const [field, kinds] of kindLists) {
    for (const [index, kind] of (kinds ?? []).entries()) {
      if (!kindName.test(kind)) {
        bad(
          `${field}[${index}]`,
          `'${kind}' is no kind: write it as plural.group, for example jobs.batch, or *.group`,
        );
      } else if (field !== 'options.excludedKinds' && never.has(kind)) {
        bad(
          `${field}[${index}]`,
          kind === 'persistentvolumeclaims'
            ? 'Claims come as volumes; choose them in volumes'
            : `${kind} are never brought: they are views of other objects, or no objects`,
        );
      }
    }
  }
  checkSelector(objects.labelSelector, 'objects.labelSelector', bad);
  for (const [index, { from, to }] of (objects.hosts ?? []).entries()) {
    if (!host.test(from)) {
      bad(
        `objects.hosts[${index}].from`,
        `'${from}' is neither a host nor *.domain`,
      );
    }
    if (to !== '' && !host.test(to)) {
      bad(
        `objects.hosts[${index}].to`,
        `'${to}' is neither a host nor *.domain nor empty`,
      );
    }
  }
  for (const [index, transform] of transforms.entries()) {
    checkTransform(transform, `transforms[${index}]`, bad);
  }
  const names = transforms.map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index) {
      bad(
        `transforms[${index}].name`,
        `Two transforms are called ${name}; give each a name of its own`,
      );
    }
  }
}

function checkTransform(
  { target, patch }: ObjectTransform,
  field: string,
  bad: Refuse,
): void {
  checkSelector(target.labelSelector, `${field}.target.labelSelector`, bad);
  for (const [index, operation] of patch.entries()) {
    const error = validate([operation as any]);
    if (error) {
      bad(
        `${field}.patch[${index}]`,
        `Operation ${operation.op} ${operation.path} is no JSON Patch (${error.name}); see RFC 6902`,
      );
      continue;
    }
    const written = [
      ...(operation.op === 'test' ? [] : [operation.path]),
      ...(operation.op === 'move' ? [operation.from] : []),
    ];
    if (written.some(path => path === '' || identity.includes(path!))) {
      bad(
        `${field}.patch[${index}]`,
        `Operation ${operation.op} ${operation.path} would change apiVersion, kind, name or namespace, by which the object is found again; patch other fields`,
      );
    }
  }
}

function checkSelector(
  selector: string | undefined,
  field: string,
  bad: Refuse,
): void {
  try {
    parseLabelSelector(selector ?? '');
  } catch (error) {
    bad(field, (error as Error).message);
  }
}
