/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Where to POST an object, and what. */
export interface FixtureObject {
  path: string;
  object: any;
}

const CORE = 'v1';

/** @param at `apiVersion plural Kind` */
export function fixture(
  at: string,
  namespace: string | undefined,
  name: string,
  rest: object = {},
  metadata: object = {},
): FixtureObject {
  const [apiVersion, plural, kind] = at.split(' ');
  const root = apiVersion === CORE ? '/api/v1' : `/apis/${apiVersion}`;
  return {
    path: `${root}${namespace ? `/namespaces/${namespace}` : ''}/${plural}`,
    object: { apiVersion, kind, metadata: { name, ...metadata }, ...rest },
  };
}

/** A definition that keeps every field. */
export function definition(
  group: string,
  plural: string,
  kind: string,
  spec: object = {},
  scope = 'Namespaced',
): FixtureObject {
  return fixture(
    'apiextensions.k8s.io/v1 customresourcedefinitions CustomResourceDefinition',
    undefined,
    `${plural}.${group}`,
    {
      spec: {
        group,
        scope,
        names: { plural, singular: kind.toLowerCase(), kind },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        ],
        ...spec,
      },
    },
  );
}
