/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PreflightCheck,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';
import { typesToExport } from '../../../resources/exportNamespace';
import { selectionOf } from '../../../resources/selection';
import {
  missingRights,
  missingRightsConditions,
  Right,
} from '../missingRights';

export const sourceRights: PreflightCheck = {
  name: 'SourceRights',
  title: 'Rights of the account on the source',
  async run(context) {
    return missingRightsConditions(
      context.source.name,
      await missingRights(context.source, await neededRights(context)),
      'docs/rbac/source.yaml',
    );
  },
};

async function neededRights(context: PreflightContext): Promise<Right[]> {
  const { input, type, volumes, source, destination, namespaces } = context;
  const rights: Right[] = [];
  const inEach = (group: string, resource: string, verbs: string[]) => {
    for (const { source: namespace } of namespaces) {
      rights.push(...verbs.map(verb => ({ verb, group, resource, namespace })));
    }
  };
  if (type === 'full') {
    const [from, to] = await Promise.all([
      source.resourceTypes(),
      destination.resourceTypes(),
    ]);
    const { types, notServed } = typesToExport(
      from.types,
      to.types,
      selectionOf(input).takesKind,
    );
    for (const { group, resource } of [...types, ...notServed]) {
      inEach(group, resource, ['list']);
    }
  }
  rights.push(...volumeRights(volumes, input.options?.endpoints));
  if (input.options?.quiesce !== false && type !== 'state') {
    for (const workload of await context.workloads()) {
      const { namespace } = workload.metadata;
      const found = await source.findType(workload.apiVersion, workload.kind);
      const verbs = workload.kind === 'Pod' ? ['create', 'delete'] : ['patch'];
      rights.push(
        ...verbs.map(verb => ({
          verb,
          group: found!.group,
          resource: found!.resource,
          namespace,
        })),
      );
    }
  }
  return unique(rights);
}

/** What movers and engines need where the claims are. */
export function volumeRights(
  volumes: PreflightContext['volumes'],
  endpoints?: string[],
): Right[] {
  const rights: Right[] = [];
  const storage = 'snapshot.storage.k8s.io';
  for (const { namespace, action, copyMethod, ...volume } of volumes) {
    const want = (group: string, resource: string, ...verbs: string[]) =>
      rights.push(...verbs.map(verb => ({ verb, group, resource, namespace })));
    if (action === 'skip') {
      continue;
    }
    want('', 'pods', 'get', 'create', 'delete');
    want('', 'secrets', 'create', 'delete');
    rights.push({
      verb: 'get',
      group: '',
      resource: 'pods',
      subresource: 'log',
      namespace,
    });
    if (endpoints?.includes('Tunnel')) {
      rights.push({
        verb: 'create',
        group: '',
        resource: 'pods',
        subresource: 'portforward',
        namespace,
      });
    }
    if (action === 'move') {
      rights.push({ verb: 'patch', group: '', resource: 'persistentvolumes' });
    }
    if (copyMethod === 'snapshot' || volume.stageFrom === 'snapshot') {
      want(storage, 'volumesnapshots', 'create', 'delete');
    }
    if (volume.stageFrom === 'snapshot') {
      want('', 'persistentvolumeclaims', 'create', 'delete');
    }
  }
  return unique(rights);
}

export function unique(rights: Right[]): Right[] {
  return [
    ...new Map(rights.map(right => [JSON.stringify(right), right])).values(),
  ];
}
