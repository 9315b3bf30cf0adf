/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import {
  ClosureContext,
  ClosureKind,
  Need,
  servedVersionOf,
} from './ClosureKind';

/** What calls a Service of the namespaces. Not brought by default: until that Service answers, it may refuse others' objects. */
function callingKind(
  kind: string,
  apiVersions: string[],
  neededWhere: string,
  servicesOf: (
    object: KubernetesObject,
  ) => Array<{ namespace?: string; name?: string } | undefined>,
): ClosureKind {
  return {
    kind,
    apiVersions,
    defaultAction: 'ignore',
    neededWhere,
    async find({ source, facts }: ClosureContext) {
      const needs: Need[] = [];
      const apiVersion = await servedVersionOf(source, this);
      if (!apiVersion) {
        return needs;
      }
      for await (const page of source.listPages({ apiVersion, kind })) {
        for (const object of page) {
          const service = servicesOf(object).find(
            candidate =>
              candidate?.namespace &&
              facts.namespaces.includes(candidate.namespace),
          );
          if (service) {
            needs.push({
              name: object.metadata.name,
              neededBy: `Service ${service.namespace}/${service.name}`,
              object,
            });
          }
        }
      }
      return needs;
    },
  };
}

const admission = [
  'admissionregistration.k8s.io/v1',
  'admissionregistration.k8s.io/v1beta1',
];
const webhookServices = (object: KubernetesObject) =>
  (object.webhooks ?? []).map((webhook: any) => webhook.clientConfig?.service);
const webhooksWhere =
  'call a Service of the namespaces. Brought by choice, after all else';

export const validatingWebhookConfiguration = callingKind(
  'ValidatingWebhookConfiguration',
  admission,
  webhooksWhere,
  webhookServices,
);
export const mutatingWebhookConfiguration = callingKind(
  'MutatingWebhookConfiguration',
  admission,
  webhooksWhere,
  webhookServices,
);
export const apiService = callingKind(
  'APIService',
  ['apiregistration.k8s.io/v1', 'apiregistration.k8s.io/v1beta1'],
  'are served by a Service of the namespaces. Brought by choice, after all else',
  ({ spec }) => [spec?.service],
);

/** Kinds whose objects stay unless a person says so, which is then told. */
export const callers = [
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
  'APIService',
];

export function staysCondition(
  kind: string,
  need: Need,
  cluster: string,
): Condition {
  return {
    type: 'ClusterScopedStays',
    category: 'Warn',
    message: `${kind} ${need.name} of cluster ${cluster} calls ${need.neededBy} and does not come. Choose in the plan to bring it (objects.clusterScoped), or to ignore it.`,
    object: {
      cluster,
      apiVersion: need.object!.apiVersion,
      kind,
      name: need.name,
    },
  };
}
