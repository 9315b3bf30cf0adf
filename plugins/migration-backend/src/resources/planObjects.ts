/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import groupBy from 'lodash/groupBy';
import { PlanSnapshot } from '../database/migrationRecord';
import { rewritesOf } from '../images/rewrites';
import { checkUidRanges } from './checkUidRanges';
import { closureOf } from './closure/closureOf';
import { namespaceFacts } from './closure/namespaceFacts';
import { concurrently } from './concurrently';
import { decideObject } from './decideObject';
import { typesToExport } from './exportNamespace';
import { NamespacePages } from './namespacePages';
import { PresentObjects } from './presentObjects';
import { RelinkedOwners } from './relinkedOwners';
import { RewriteContext } from './rules/ResourceRule';
import { sanitise } from './sanitise';
import { selectionOf } from './selection';
import { TransformError } from './transforms';
import { unavailableGroups } from './unavailableGroups';
import { waveOf } from './waves';

export interface PlannedObject {
  object: KubernetesObject;
  action: 'create' | 'adopt' | 'replace' | 'skip';
  /** What is there now and is not ours. */
  previous?: KubernetesObject;
  /** As it is on the source. */
  original: KubernetesObject;
}

export interface PlannedPage {
  objects: PlannedObject[];
  /** What stands in the way of objects of this page, which are then not among `objects`. */
  conditions: Condition[];
}

export interface PlannedPagesOptions {
  plan: PlanSnapshot;
  namespaces: Array<{ source: string; destination: string }>;
  source: ClusterClient;
  destination: ClusterClient;
}

/** Reads of the destination at once. */
const READS = 16;

/**
 * What would be applied, and what stands in its way: page by page, in the order of their waves. Reads only, and keeps
 * no more than names. Objects whose owners were applied meanwhile come once more at the end, linked to these.
 */
export async function* plannedPages(
  options: PlannedPagesOptions,
): AsyncGenerator<PlannedPage> {
  const { plan, source, destination, namespaces } = options;
  const selection = selectionOf(plan.input);
  const rewrite = rewriteContextOf(plan, namespaces);
  const [from, to] = await Promise.all([
    source.resourceTypes(),
    destination.resourceTypes(),
  ]);
  const { types, notServed } = typesToExport(
    from.types,
    to.types,
    selection.takesKind,
  );
  const pages = new NamespacePages(source, selection);
  const facts = await namespaceFacts(
    pages,
    namespaces.map(mapping => mapping.source),
    types,
    notServed,
  );
  const closure = await closureOf(
    plan.input,
    facts,
    rewrite,
    source,
    destination,
  );
  const unserved = facts.notServed.filter(
    ({ type }) => !closure.brought.some(object => defines(object, type)),
  );
  yield {
    objects: [],
    conditions: [
      ...unavailableGroups(from.failedGroups, plan.input, source.name),
      ...(await checkUidRanges(
        namespaces,
        plan.input.objects?.uidRange ?? 'keep',
        source,
        destination,
      )),
      ...closure.conditions,
      ...unserved.map(
        ({ type, namespace, count }): Condition => ({
          type: 'KindNotServed',
          category: plan.input.objects?.notServed === 'warn' ? 'Warn' : 'Error',
          message: `${count} ${type.kind} (${type.apiVersion}) of namespace ${namespace} have no version that cluster ${destination.name} serves. Install what serves it there, or exclude ${type.resource}.${type.group} in the plan.`,
        }),
      ),
    ],
  };
  const owners = new RelinkedOwners(destination, plan.id);
  const ownerless: KubernetesObject[] = [];
  const page = (originals: KubernetesObject[], present: PresentObjects) =>
    plannedPage(plan, originals, rewrite, present, destination.name, {
      source: source.name,
      owners,
      ownerless,
    });
  const bringable = [
    ...types,
    ...notServed.filter(type => !unserved.some(other => other.type === type)),
    // bare pods start in their own phase; until then they must not exist
  ].filter(({ kind, group }) => kind !== 'Pod' || group !== '');
  const waves = new Set(
    [...bringable, ...closure.brought].map(({ kind }) => waveOf(kind)),
  );
  for (const wave of [...waves].sort((a, b) => a - b)) {
    // one page of each kind: definitions are then waited for together
    const brought = closure.brought.filter(({ kind }) => waveOf(kind) === wave);
    for (const objects of Object.values(groupBy(brought, 'kind'))) {
      yield await page(
        objects,
        new PresentObjects(destination, plan.id, objects[0]),
      );
    }
    for (const type of bringable) {
      for (const mapping of waveOf(type.kind) === wave ? namespaces : []) {
        const present = new PresentObjects(
          destination,
          plan.id,
          type,
          mapping.destination,
        );
        for await (const originals of pages.of(type, mapping.source)) {
          yield await page(originals, present);
        }
      }
    }
  }
  yield* relinkedPages(options, owners, ownerless, rewrite);
}

function defines(
  { kind, metadata }: KubernetesObject,
  { resource, group }: ResourceType,
): boolean {
  return (
    kind === 'CustomResourceDefinition' &&
    metadata.name === `${resource}.${group}`
  );
}

async function plannedPage(
  plan: PlanSnapshot,
  originals: KubernetesObject[],
  rewrite: RewriteContext,
  present: PresentObjects,
  cluster: string,
  links: {
    source: string;
    owners: RelinkedOwners;
    ownerless: KubernetesObject[];
  },
): Promise<PlannedPage> {
  const planned: PlannedPage = { objects: [], conditions: [] };
  const decided = await concurrently(READS, originals, async original => {
    let object: KubernetesObject;
    try {
      object = sanitise(original, rewrite);
    } catch (error) {
      return { condition: transformFailed(error, original, links.source) };
    }
    if (!(await links.owners.relink(object, original))) {
      const { apiVersion, kind, metadata } = original;
      const { name, namespace, ownerReferences } = metadata;
      links.ownerless.push({
        apiVersion,
        kind,
        metadata: { name, namespace, ownerReferences },
      });
    }
    const decision = decideObject(
      plan,
      object,
      await present.foreign(object.metadata.name),
      cluster,
    );
    return 'condition' in decision ? decision : { ...decision, original };
  });
  for (const decision of decided) {
    if ('condition' in decision) {
      planned.conditions.push(decision.condition);
    } else {
      planned.objects.push(decision);
    }
  }
  return planned;
}

/** Objects whose owners were not there when their page was planned, and are now. */
async function* relinkedPages(
  { plan, source, destination }: PlannedPagesOptions,
  owners: RelinkedOwners,
  ownerless: KubernetesObject[],
  rewrite: RewriteContext,
): AsyncGenerator<PlannedPage> {
  for (const { apiVersion, kind, metadata } of ownerless) {
    const { name, namespace } = metadata;
    const probe = {
      apiVersion,
      kind,
      metadata: { name, namespace: namespace && rewrite.namespaces[namespace] },
    };
    await owners.relink(probe, { apiVersion, kind, metadata });
    const { ownerReferences } = probe.metadata as KubernetesObject['metadata'];
    const original =
      ownerReferences &&
      (await source.get({ apiVersion, kind, name, namespace }));
    const applied =
      ownerReferences &&
      (await destination.get({
        apiVersion,
        kind,
        name,
        namespace: probe.metadata.namespace,
      }));
    if (
      original &&
      applied &&
      new PresentObjects(destination, plan.id, probe).isOurs(applied)
    ) {
      const object = sanitise(original, rewrite);
      object.metadata.ownerReferences = ownerReferences;
      yield {
        objects: [{ object, action: 'create', original }],
        conditions: [],
      };
    }
  }
}

function transformFailed(
  error: unknown,
  original: KubernetesObject,
  cluster: string,
): Condition {
  if (!(error instanceof TransformError)) {
    throw error;
  }
  const { apiVersion, kind, metadata } = original;
  return {
    type: 'TransformFailed',
    category: 'Error',
    field: 'transforms',
    message: error.message,
    object: {
      cluster,
      apiVersion,
      kind,
      namespace: metadata.namespace,
      name: metadata.name,
    },
  };
}

export function rewriteContextOf(
  plan: PlanSnapshot,
  namespaces: Array<{ source: string; destination: string }>,
): RewriteContext {
  const storageClasses: Record<string, string> = {};
  const claims: Record<string, string> = {};
  for (const volume of plan.volumes) {
    if (volume.storageClass && volume.target.storageClass) {
      storageClasses[volume.storageClass] = volume.target.storageClass;
    }
    if (volume.claim !== volume.target.claim) {
      claims[`${volume.namespace}/${volume.claim}`] = volume.target.claim;
    }
  }
  return {
    namespaces: Object.fromEntries(
      namespaces.map(mapping => [mapping.source, mapping.destination]),
    ),
    storageClasses,
    claims,
    ...(plan.input.images &&
      plan.images && {
        images: rewritesOf(plan.images),
        pullSecret: plan.input.images.pullSecret,
      }),
    selection: plan.input.objects,
    transforms: plan.input.transforms,
  };
}
