/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MIGRATED_BY_PLAN_ANNOTATION,
  ExistingObjectChoice,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { MigratedObjectRow } from '../../database/migrationRecord';
import { internalRegistry } from '../../images/mapImage';
import { done, PhaseContext } from '../Phase';
import { createImageStreams } from './createImageStreams';

const reference = 'old.example/shop/web:1';
const target = `${internalRegistry}/moved/web:1`;
const digest = `sha256:${'a'.repeat(64)}`;
const stream = (uid: string, planId?: string, spec?: object) => ({
  apiVersion: 'image.openshift.io/v1',
  kind: 'ImageStream',
  metadata: {
    name: 'web',
    namespace: 'moved',
    uid,
    annotations: planId ? { [MIGRATED_BY_PLAN_ANNOTATION]: planId } : undefined,
  },
  ...(spec && { spec }),
});

/** A destination with, or without, that stream, and what is recorded of it. */
function destinationWith(
  there?: KubernetesObject,
  recorded?: Partial<MigratedObjectRow>,
  options: { existing?: ExistingObjectChoice[]; served?: boolean } = {},
) {
  const rows = new Map<string, any>();
  if (recorded) {
    rows.set('web', { name: 'web', action: 'create', own: true, ...recorded });
  }
  let live = there;
  const applied: KubernetesObject[] = [];
  const context = {
    plan: {
      id: 'plan',
      input: { images: {}, existing: options.existing },
      images: [{ reference, target, usedBy: [] }],
    },
    namespaces: [{ source: 'shop', destination: 'moved' }],
    destination: {
      name: 'new',
      findType: async () => (options.served === false ? undefined : {}),
      get: async () => live,
      apply: async (object: KubernetesObject) => {
        // the intent is recorded first
        expect(rows.get('web')).toBeDefined();
        applied.push(object);
        live = {
          ...object,
          metadata: { ...object.metadata, uid: live?.metadata.uid ?? 'new' },
        };
        return live;
      },
    },
    store: {
      images: async () => [{ reference, target, digest, state: 'inspected' }],
      imagesOfPlan: async () => [],
      objectsNamed: async () => rows,
      putObjects: async (put: MigratedObjectRow[]) => {
        for (const row of put) {
          rows.set(row.name, { ...row, own: true });
        }
      },
      assertHeld: async () => {},
    },
  } as unknown as PhaseContext;
  return {
    run: () => createImageStreams.run(context),
    applied,
    row: () => rows.get('web'),
  };
}

describe('CreateImageStreams', () => {
  it("makes the stream that the push would make, as the plan's", async () => {
    const { run, applied, row } = destinationWith();
    expect(await run()).toEqual(done);
    expect(applied).toEqual([
      {
        apiVersion: 'image.openshift.io/v1',
        kind: 'ImageStream',
        metadata: {
          name: 'web',
          namespace: 'moved',
          annotations: { [MIGRATED_BY_PLAN_ANNOTATION]: 'plan' },
        },
      },
    ]);
    expect(row()).toMatchObject({
      action: 'create',
      state: 'applied',
      uid: 'new',
    });
    expect(await run()).toEqual(done);
    expect(applied).toHaveLength(1);
  });

  it('takes nothing from what an earlier migration has given its stream', async () => {
    const full = stream('1', 'plan', { lookupPolicy: { local: true } });
    const { run, applied } = destinationWith(full, {
      uid: '1',
      state: 'verified',
    });
    expect(await run()).toEqual(done);
    expect(applied).toEqual([]);
  });

  it('records what was applied just before a crash', async () => {
    const { run, row } = destinationWith(stream('1', 'plan'), {
      state: 'planned',
    });
    expect(await run()).toEqual(done);
    expect(row()).toMatchObject({ state: 'applied', uid: '1' });
  });

  it.each([undefined, 'another plan'])(
    'stops at a stream of others, %s (invariant 5)',
    async planId => {
      const { run, applied } = destinationWith(stream('1', planId));
      expect(await run()).toMatchObject({
        state: 'failed',
        conditions: [
          { type: 'ObjectExists', object: { name: 'web', uid: '1' } },
        ],
      });
      expect(applied).toEqual([]);
    },
  );

  it('does with it what the plan says', async () => {
    const choice = (action: 'adopt' | 'skip') => ({
      existing: [{ kind: 'ImageStream', name: 'web', action }],
    });
    const skipped = destinationWith(stream('1'), undefined, choice('skip'));
    expect(await skipped.run()).toEqual(done);
    expect(skipped.applied).toEqual([]);
    const adopted = destinationWith(stream('1'), undefined, choice('adopt'));
    expect(await adopted.run()).toEqual(done);
    expect(adopted.row()).toMatchObject({
      action: 'adopt',
      previous: { metadata: { uid: '1' } },
    });
  });

  it('makes none where no such kind is served', async () => {
    const { run, applied } = destinationWith(undefined, undefined, {
      served: false,
    });
    expect(await run()).toEqual(done);
    expect(applied).toEqual([]);
  });
});
