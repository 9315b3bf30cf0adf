/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { definition, fixture, FixtureObject } from './FixtureObject';

/** What operators are asked by: one object of each. */
const installed = [
  'ServiceMonitor',
  'PodMonitor',
  'PrometheusRule',
  'Alertmanager',
  'Certificate',
  'Issuer',
  'VirtualService',
  'DestinationRule',
  'Gateway',
  'Sidecar',
  'Canary',
  'Function',
  'Application',
  'Kustomization',
  'HelmRelease',
  'Kafka',
  'KafkaTopic',
  'KafkaUser',
  'Postgresql',
  'Redis',
  'Elasticsearch',
  'Pipeline',
  'Task',
  'PipelineRun',
  'ExternalSecret',
  'SealedSecret',
  'KnativeService',
  'InferenceService',
];

const groupOf = (ns: string) => `operators.${ns}.example.org`;
const plural = (kind: string) => `${kind.toLowerCase()}s`;

/** On both clusters. */
export const installedDefinitions = (ns: string) =>
  installed.map(kind => definition(groupOf(ns), plural(kind), kind));

/** On the source alone. */
export const missingDefinitions = (ns: string) => [
  definition(`only.${ns}.example.org`, 'gadgets', 'Gadget'),
  definition(`only.${ns}.example.org`, 'converteds', 'Converted', {
    conversion: {
      strategy: 'Webhook',
      webhook: {
        conversionReviewVersions: ['v1'],
        clientConfig: { service: { namespace: ns, name: 'web' } },
      },
    },
  }),
];

export function operatorKinds(ns: string): FixtureObject[] {
  return [
    ...installed.map(kind =>
      fixture(`${groupOf(ns)}/v1 ${plural(kind)} ${kind}`, ns, 'shop', {
        spec: { of: kind, unknown: { fields: [1, 'b'] } },
      }),
    ),
    ...['Gadget', 'Converted'].map(kind =>
      fixture(`only.${ns}.example.org/v1 ${plural(kind)} ${kind}`, ns, 'shop', {
        spec: { of: kind },
      }),
    ),
  ];
}
