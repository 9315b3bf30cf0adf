/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { ClosureKind, Need } from './ClosureKind';
import { definitionOf } from './namespaceFacts';

export const customResourceDefinition: ClosureKind = {
  kind: 'CustomResourceDefinition',
  apiVersions: ['apiextensions.k8s.io/v1'],
  defaultAction: 'bring',
  neededWhere:
    'of custom kinds with objects here that the destination does not serve. Those of OLM (label olm.managed) are required: their operator brings them',
  async find({ source, facts }) {
    const needs = new Map<string, Need>();
    for (const { type, namespace, count } of facts.notServed) {
      const name = `${type.resource}.${type.group}`;
      const object = needs.has(name)
        ? undefined
        : await definitionOf(source, type);
      if (object) {
        needs.set(name, {
          name,
          neededBy: `${count} ${type.kind} of namespace ${namespace}`,
          object,
          action:
            object.metadata.labels?.['olm.managed'] === 'true'
              ? 'require'
              : undefined,
          conditions: conversionOf(object, source.name),
        });
      }
    }
    return [...needs.values()];
  },
};

export function conversionOf(
  definition: KubernetesObject,
  cluster: string,
): Condition[] {
  const { conversion } = definition.spec;
  if (conversion?.strategy !== 'Webhook') {
    return [];
  }
  const service = conversion.webhook?.clientConfig?.service;
  const { name } = definition.metadata;
  return [
    {
      type: 'ConversionWebhook',
      category: 'Warn',
      message: `CustomResourceDefinition ${name} converts between its versions by a webhook (${
        service ? `service ${service.namespace}/${service.name}` : 'a URL'
      }). Until that answers on the destination, its objects can be read in their stored version only: bring the webhook too, or install its operator there.`,
      object: {
        cluster,
        apiVersion: definition.apiVersion,
        kind: definition.kind,
        name,
      },
    },
  ];
}
