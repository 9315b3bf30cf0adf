/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import {
  applyAllRecorded,
  ObjectToApply,
  WRITES,
} from '../../resources/applyRecorded';
import { concurrently } from '../../resources/concurrently';
import { plannedPages } from '../../resources/planObjects';
import { untilServed } from '../../resources/untilServed';
import { waveOf } from '../../resources/waves';
import { done, failed, Phase } from '../Phase';

/** In waves; workloads arrive as they were exported, stopped. */
export const applyObjects: Phase = {
  name: 'ApplyObjects',
  step: 'Restore',
  deadlineSeconds: (_options, { objects }) => 1800 + objects / 10,
  async run({ plan, namespaces, source, destination, store, event }) {
    let applied = 0;
    for await (const { objects, conditions } of plannedPages({
      plan,
      namespaces,
      source,
      destination,
    })) {
      const blocking = conditions.filter(
        ({ category }) => category === 'Critical' || category === 'Error',
      );
      if (blocking.length > 0) {
        return failed(...blocking);
      }
      const toApply = objects.filter(({ action }) => action !== 'skip');
      for (const wave of inWaves(toApply)) {
        const definitions: KubernetesObject[] = [];
        await applyAllRecorded(
          destination,
          store,
          plan.id,
          wave,
          async present => {
            if (present.kind === 'CustomResourceDefinition') {
              definitions.push(present);
            }
          },
          true,
        );
        await concurrently(WRITES, definitions, definition =>
          untilServed(destination, definition),
        );
      }
      applied += toApply.length;
    }
    await event({
      level: 'info',
      reason: 'ObjectsApplied',
      message: `${applied} objects were applied to ${destination.name}`,
    });
    return done;
  },
};

/** Definitions go before everything else, so that what they define is served when its wave comes. */
function inWaves(objects: ObjectToApply[]): ObjectToApply[][] {
  const order = ({ object: { kind } }: ObjectToApply) =>
    kind === 'CustomResourceDefinition' ? -1 : waveOf(kind);
  const waves = new Map<number, ObjectToApply[]>();
  for (const each of objects) {
    const wave = waves.get(order(each)) ?? [];
    wave.push(each);
    waves.set(order(each), wave);
  }
  return [...waves.entries()].sort(([a], [b]) => a - b).map(([, wave]) => wave);
}
