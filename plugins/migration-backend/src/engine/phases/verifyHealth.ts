/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import {
  isGivenBack,
  MigratedObjectSummary,
  QuiescedRow,
} from '../../database/migrationRecord';
import {
  expectsEndpoints,
  matches,
  servicesWithEndpoints,
} from '../../health/serviceEndpoints';
import { isReady, unready } from '../../health/unready';
import { whyNotRunning } from '../../volumes/runMover';
import { done, failed, Phase, waiting } from '../Phase';

/** Kinds that say of themselves whether they are of service. One that is gone is none of these. */
const healthKinds = [
  'Deployment',
  'DeploymentConfig',
  'Rollout',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'DaemonSet',
  'PersistentVolumeClaim',
];
const NAMED = 3;

/**
 * What the cutover brought is of service: workloads and bare pods ready, claims bound, Services that had endpoints have
 * some, no Job has failed that was under way. Names are the destination's (MTC's check looked at the source's).
 * One list for each kind and namespace, whatever their number.
 */
export const verifyHealth: Phase = {
  name: 'VerifyHealth',
  step: 'Start',
  deadlineSeconds: options => options.healthDeadlineSeconds,
  async run({ store, destination, namespaces, migration }) {
    const rows = (await store.objectSummaries()).filter(
      row => !isGivenBack(row),
    );
    const quiesced = await store.quiesced();
    const list = listsOf(destination);
    const wanting: Array<{ what: string; object?: KubernetesObject }> = [];
    for (const row of rows.filter(({ kind }) => healthKinds.includes(kind))) {
      const object = (await list(row)).get(row.name);
      const missing = object ? unready(object) : 'is not there';
      if (missing) {
        wanting.push({ what: `${label(row)}: ${missing}`, object });
      }
    }
    for (const { source, destination: namespace } of namespaces) {
      const services = rows.filter(
        row =>
          row.kind === 'Service' &&
          row.apiVersion === 'v1' &&
          row.namespace === namespace &&
          migration.record.servedServices?.includes(`${source}/${row.name}`),
      );
      if (services.length === 0) {
        continue;
      }
      const pods = [...(await list({ ...pod, namespace })).values()];
      const known = await servicesWithEndpoints(destination, namespace);
      for (const row of services) {
        const service = (await list(row)).get(row.name);
        if (!service) {
          wanting.push({ what: `${label(row)}: is not there` });
        } else if (expectsEndpoints(service, pods) && !known.has(row.name)) {
          wanting.push({
            what: `${label(row)}: has no endpoints, and had some on the source`,
            object: service,
          });
        }
      }
    }
    wanting.push(...(await unreadyPods(rows, list, quiesced)));
    const lost = await failedJob(rows, list, quiesced);
    if (lost) {
      return failed({
        type: 'JobFailed',
        category: 'Critical',
        message: `${label(lost)} on ${
          destination.name
        } was under way on the source and has failed since it was started again. Look at its pods' logs, and start it anew or roll back.`,
        object: {
          cluster: destination.name,
          apiVersion: lost.apiVersion,
          kind: lost.kind,
          namespace: lost.namespace,
          name: lost.name,
        },
      });
    }
    if (wanting.length > 0) {
      const named = wanting.slice(0, NAMED).map(({ what }) => what);
      const more =
        wanting.length > NAMED ? ` and ${wanting.length - NAMED} more` : '';
      return waiting(
        `${named.join('; ')}${more}${await podTrouble(list, wanting[0])}`,
      );
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: { ...record.cutover, healthyAt: new Date().toISOString() },
    }));
    return done;
  },
};

const pod = { apiVersion: 'v1', kind: 'Pod' };

type Lists = (type: {
  apiVersion: string;
  kind: string;
  namespace: string;
}) => Promise<Map<string, KubernetesObject>>;

/** Each list is asked for once. */
function listsOf(cluster: ClusterClient): Lists {
  const asked = new Map<string, Promise<Map<string, KubernetesObject>>>();
  return ({ apiVersion, kind, namespace }) => {
    const key = `${apiVersion} ${kind} ${namespace}`;
    const known =
      asked.get(key) ??
      cluster
        .list({ apiVersion, kind }, { namespace })
        .then(
          objects =>
            new Map(objects.map(object => [object.metadata.name, object])),
        );
    asked.set(key, known);
    return known;
  };
}

/** Bare pods that were ready on the source. */
async function unreadyPods(
  rows: MigratedObjectSummary[],
  list: Lists,
  quiesced: QuiescedRow[],
) {
  const wanting: Array<{ what: string; object?: KubernetesObject }> = [];
  for (const row of rows.filter(({ kind }) => kind === 'Pod')) {
    const wasReady = quiesced.some(
      ({ kind, name, before }) =>
        kind === 'Pod' && name === row.name && isReady(before),
    );
    const object = wasReady ? (await list(row)).get(row.name) : undefined;
    if (!wasReady || object?.status?.phase === 'Succeeded') {
      continue;
    }
    if (!object || !isReady(object)) {
      wanting.push({
        what: `${label(row)}: ${object ? 'is not ready' : 'is not there'}`,
        object,
      });
    }
  }
  return wanting;
}

/** Those that were over on the source are brought as what they were. */
async function failedJob(
  rows: MigratedObjectSummary[],
  list: Lists,
  quiesced: QuiescedRow[],
): Promise<MigratedObjectSummary | undefined> {
  for (const row of rows.filter(({ kind }) => kind === 'Job')) {
    const wasUnderWay = quiesced.some(
      ({ kind, name }) => kind === 'Job' && name === row.name,
    );
    const live = wasUnderWay && (await list(row)).get(row.name);
    if (
      live &&
      live.status?.conditions?.some(
        ({ type, status }: any) => type === 'Failed' && status === 'True',
      )
    ) {
      return row;
    }
  }
  return undefined;
}

const label = (row: { kind: string; namespace: string; name: string }) =>
  `${row.kind} ${row.namespace}/${row.name}`;

async function podTrouble(
  list: Lists,
  { object }: { object?: KubernetesObject },
): Promise<string> {
  if (!object) {
    return '';
  }
  const { namespace } = object.metadata;
  const selector = object.spec?.selector?.matchLabels ?? object.spec?.selector;
  const pods =
    object.kind === 'Pod'
      ? [object]
      : selector && object.kind !== 'PersistentVolumeClaim'
      ? [...(await list({ ...pod, namespace: namespace! })).values()].filter(
          candidate => matches(candidate, selector),
        )
      : [];
  const reason = pods.map(whyNotRunning).find(text => text);
  return reason ? ` (${reason})` : '';
}
