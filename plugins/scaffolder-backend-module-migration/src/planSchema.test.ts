/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod/v3';
import { imagesSchema } from './imagesSchema';
import { hooksSchema, objectsSchema, transformsSchema } from './objectsSchema';
import {
  existingSchema,
  namespacesSchema,
  optionsSchema,
  volumesSchema,
} from './planSchema';

const { schemas } = parse(
  readFileSync(
    require.resolve(
      '@namespace-migration/plugin-migration-backend/src/schema/openapi.yaml',
    ),
    'utf8',
  ),
).components;

const keysOf = (schema: any): string[] => {
  const { innerType, type } = schema._def;
  return innerType || type?._def
    ? keysOf(innerType ?? type)
    : Object.keys(schema.shape).sort();
};

describe("a template's choices are those of the API", () => {
  it.each([
    ['PlanOptions', optionsSchema],
    ['VolumeSelection', volumesSchema],
    ['NamespaceMapping', namespacesSchema],
    ['ExistingObjectChoice', existingSchema],
    ['ObjectSelection', objectsSchema],
    ['ImageSelection', imagesSchema],
    ['ObjectTransform', transformsSchema],
    ['PlanHook', hooksSchema],
  ])('%s', (name, schema) => {
    expect(keysOf(schema(z))).toEqual(
      Object.keys(schemas[name].properties).sort(),
    );
  });
});

it('hooks run in the phases of the API', () => {
  const { phase } = (hooksSchema(z)._def.innerType as any)._def.type.shape;
  expect(phase._def.values).toEqual(schemas.HookPhase.enum);
});
