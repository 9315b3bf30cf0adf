/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
  PreflightCheck,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { destinationLabels } from '../destinationLabels';
import { matchesSelector } from '../matchesSelector';
import { refOf } from '../refOf';

const apiVersion = 'admissionregistration.k8s.io/v1';

export const webhooks: PreflightCheck = {
  name: 'Webhooks',
  title: 'Admission webhooks of the destination that do not answer',
  async run(context) {
    const { destination, namespaces, planned, volumes } = context;
    const labels = await Promise.all(
      namespaces.map(mapping => destinationLabels(context, mapping)),
    );
    const kinds = planned.counts.map(entry => [entry.apiVersion, entry.kind]);
    if (volumes.some(({ action }) => action !== 'skip')) {
      kinds.push(['v1', 'PersistentVolumeClaim'], ['v1', 'Pod']);
    }
    const types = (
      await Promise.all(
        kinds.map(([version, kind]) => destination.findType(version, kind)),
      )
    ).filter((type): type is ResourceType => type !== undefined);
    const conditions: Condition[] = [];
    for (const kind of [
      'ValidatingWebhookConfiguration',
      'MutatingWebhookConfiguration',
    ]) {
      for (const configuration of await destination.list({
        apiVersion,
        kind,
      })) {
        for (const webhook of configuration.webhooks ?? []) {
          const concerned = concernedBy(webhook, types, labels);
          const why = concerned && (await silence(destination, webhook));
          if (why) {
            conditions.push({
              type: 'WebhookNotAnswering',
              category: 'Error',
              message: `Webhook ${webhook.name} of ${kind} ${configuration.metadata.name} on cluster ${destination.name} must admit ${concerned}, and ${why}. Repair it, or set its failurePolicy to Ignore.`,
              object: refOf(destination.name, configuration),
            });
          }
        }
      }
    }
    return conditions;
  },
};

/** The first resource of the plan that cannot be made without this webhook's consent. */
export function concernedBy(
  webhook: any,
  types: Array<Pick<ResourceType, 'group' | 'version' | 'resource'>>,
  namespaceLabels: Array<Record<string, string>>,
): string | undefined {
  if (
    (webhook.failurePolicy ?? 'Fail') !== 'Fail' ||
    !namespaceLabels.some(labels =>
      matchesSelector(webhook.namespaceSelector, labels),
    )
  ) {
    return undefined;
  }
  const has = (list: string[] = [], wanted: string) =>
    list.includes('*') || list.includes(wanted);
  return types.find(({ group, version, resource }) =>
    (webhook.rules ?? []).some(
      (rule: any) =>
        rule.scope !== 'Cluster' &&
        has(rule.apiGroups, group) &&
        // by default a request in another version of the kind is converted and matches too
        (webhook.matchPolicy !== 'Exact' || has(rule.apiVersions, version)) &&
        (has(rule.resources, resource) || rule.resources?.includes('*/*')) &&
        (has(rule.operations, 'CREATE') || has(rule.operations, 'UPDATE')),
    ),
  )?.resource;
}

/** What is at a URL outside the cluster is not asked: the dry run of the preview does. */
async function silence(
  cluster: ClusterClient,
  { clientConfig }: any,
): Promise<string | undefined> {
  if (!clientConfig?.service) {
    return undefined;
  }
  const { namespace, name } = clientConfig.service;
  const at = { apiVersion: 'v1', namespace, name };
  const service = await cluster.get({ ...at, kind: 'Service' });
  if (!service) {
    return `its service ${namespace}/${name} does not exist`;
  }
  const endpoints = await cluster.get({ ...at, kind: 'Endpoints' });
  return isServed(endpoints) || service.spec?.type === 'ExternalName'
    ? undefined
    : `no pod is ready behind its service ${namespace}/${name}`;
}

function isServed(endpoints?: KubernetesObject): boolean {
  return (endpoints?.subsets ?? []).some(
    ({ addresses }: any) => addresses?.length > 0,
  );
}
