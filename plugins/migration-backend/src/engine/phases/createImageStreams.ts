/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { isGivenBack } from '../../database/migrationRecord';
import { streamsPushedTo } from '../../images/streamsPushedTo';
import { applyAllRecorded, ObjectToApply } from '../../resources/applyRecorded';
import { decideObject } from '../../resources/decideObject';
import { judgedImages } from '../imagesToCopy';
import { done, failed, Phase, PhaseContext } from '../Phase';
import { copiesImages } from './copiesImages';

/**
 * Before the copy, which would make the same streams without saying whose they are: they would then stop ApplyObjects as
 * somebody else's, and outlive a rollback. What is in them comes with the push and with ApplyObjects.
 */
export const createImageStreams: Phase = {
  name: 'CreateImageStreams',
  step: 'Copy',
  appliesTo: copiesImages,
  deadlineSeconds: () => 120,
  async run(context) {
    const { plan, namespaces, destination, store } = context;
    const { toCopy } = await judgedImages(context);
    const streams = streamsPushedTo(
      toCopy,
      namespaces.map(mapping => mapping.destination),
    );
    const [{ apiVersion, kind } = { apiVersion: '', kind: '' }] = streams;
    if (!kind || !(await destination.findType(apiVersion, kind))) {
      // a registry of that name that is not OpenShift's makes none
      return done;
    }
    const toApply: ObjectToApply[] = [];
    const conditions: Condition[] = [];
    for (const stream of streams) {
      const { name, namespace } = stream.metadata;
      const there = await destination.get({
        apiVersion,
        kind,
        name,
        namespace,
      });
      const ours =
        there?.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === plan.id;
      if (ours && (await isRecorded(context, there!))) {
        // ApplyObjects of an earlier migration may have given it more than this would
        continue;
      }
      const decision = decideObject(
        plan,
        stream,
        ours ? undefined : there,
        destination.name,
      );
      if ('condition' in decision) {
        conditions.push(decision.condition);
      } else if (decision.action !== 'skip') {
        toApply.push(decision);
      }
    }
    if (conditions.length > 0) {
      return failed(...conditions);
    }
    await applyAllRecorded(destination, store, plan.id, toApply);
    return done;
  },
};

async function isRecorded(
  { store }: PhaseContext,
  { apiVersion, kind, metadata }: KubernetesObject,
): Promise<boolean> {
  const { name, namespace = '', uid } = metadata;
  const known = await store.objectsNamed({ apiVersion, kind, namespace }, [
    name,
  ]);
  const row = known.get(name);
  return row !== undefined && !isGivenBack(row) && row.uid === uid;
}
