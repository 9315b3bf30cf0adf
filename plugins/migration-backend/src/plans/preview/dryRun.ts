/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PreviewDifference,
  PreviewedObject,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { randomBytes } from 'node:crypto';
import { askedFor } from '../../resources/askedFor';
import { PlannedObject } from '../../resources/planObjects';
import { diffObjects, withoutKept } from './diffObjects';
import { shown, shownMessage } from './hideSecrets';
import { judgeRefusal } from './judgeRefusal';

/** Exists on every cluster. Asked in place of a namespace that the plan will create. */
const STAND_IN_NAMESPACE = 'default';

export type Tried = Pick<
  PreviewedObject,
  'outcome' | 'message' | 'warnings' | 'diff' | 'standIn'
>;

/**
 * Asks the destination what would become of the object, and changes nothing there.
 * @throws ClusterError when the cluster does not answer
 */
export async function dryRun(
  { object, action, previous }: PlannedObject,
  context: {
    planId: string;
    destination: ClusterClient;
    /** Namespaces that do not exist there yet. */
    absent: ReadonlySet<string>;
  },
): Promise<Tried> {
  const { destination, planId, absent } = context;
  if (action === 'skip') {
    return { outcome: 'skip', diff: [] };
  }
  const type = await destination.findType(object.apiVersion, object.kind);
  if (!type) {
    return {
      outcome: 'notTried',
      diff: [],
      message: `Cluster ${destination.name} does not serve ${object.kind} in ${object.apiVersion} until the plan has brought its definition`,
    };
  }
  const { namespace, name } = object.metadata;
  const inStandIn =
    type.namespaced && namespace !== undefined && absent.has(namespace);
  const live =
    previous ??
    (inStandIn
      ? undefined
      : await destination.get({ ...object, namespace, name }));
  const asked = askedFor(object, planId);
  // what is replaced is still there, and would be changed in place of being made anew
  const standIn = inStandIn || action === 'replace';
  const standInName = `preview-${randomBytes(5).toString('hex')}`;
  if (standIn) {
    asked.metadata.name = standInName;
    if (inStandIn) {
      asked.metadata.namespace = STAND_IN_NAMESPACE;
    }
  }
  const named = (text: string) =>
    shownMessage(object, text).split(standInName).join(name);
  const warnings: string[] = [];
  const flags = { ...(standIn && { standIn }) };
  try {
    const answer = await destination.apply(asked, {
      dryRun: true,
      onWarning: warning => warnings.push(named(warning)),
    });
    const result: KubernetesObject = {
      ...answer,
      metadata: { ...answer.metadata, name },
    };
    if (namespace !== undefined) {
      result.metadata.namespace = namespace;
    }
    const diff: PreviewDifference[] = live
      ? diffObjects(live, result)
      : [{ path: '', op: 'add', after: withoutKept(result) }];
    return {
      ...flags,
      outcome: live ? (diff.length > 0 ? 'change' : 'unchanged') : 'create',
      diff: diff.map(difference => shown(object.kind, difference)),
      ...(warnings.length > 0 && { warnings }),
    };
  } catch (error) {
    const { outcome, message } = judgeRefusal(
      error,
      inStandIn ? 'namespace' : standIn ? 'name' : undefined,
    );
    return { ...flags, outcome, message: named(message), diff: [] };
  }
}
