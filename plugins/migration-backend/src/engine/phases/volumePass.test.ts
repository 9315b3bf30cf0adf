/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import {
  done,
  failed,
  StepResult,
  VolumeCopyEngine,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { VolumeCopyEngines } from '../../volumes/engines/VolumeCopyEngines';
import { defaultOptions } from '../contextFor';
import { PhaseContext } from '../Phase';
import { bulkVolumePass, finalVolumePass } from './volumePass';

const claims = ['a', 'b', 'c', 'd'];
const full = (claim: string) =>
  failed({
    type: 'DestinationFull',
    category: 'Critical',
    message: `${claim} is full`,
  });

/** What the engine answers for each claim, again and again; the last answer stays. */
function passesOver(answers: Record<string, StepResult[]>, deleted?: string) {
  const progress = new Map<string, VolumeProgress>(
    claims.map(claim => [
      claim,
      {
        namespace: 'shop',
        claim,
        targetNamespace: 'shop',
        targetClaim: claim,
        state: 'pending',
      },
    ]),
  );
  const asked: string[] = [];
  const engine = {
    name: 'fake',
    pass: async (context, { claim }, current, pass) => {
      asked.push(claim);
      const [answer] =
        answers[claim].length > 1
          ? answers[claim].splice(0, 1)
          : answers[claim];
      if (answer.state === 'done') {
        await context.putVolume({ ...current, pass, state: 'copied' });
      }
      return answer;
    },
  } as Partial<VolumeCopyEngine> as VolumeCopyEngine;
  const context = {
    migration: {
      record: {
        cutover: { writersGoneAt: 'then', finalPassStartedAt: 'then' },
      },
    },
    options: { ...defaultOptions, parallelVolumes: 2 },
    plan: {
      volumes: claims.map(
        claim =>
          ({
            namespace: 'shop',
            claim,
            action: 'copy',
            copyMethod: 'fake',
          } as PlannedVolume),
      ),
    },
    source: {
      name: 'source',
      get: async ({ name }: { name: string }) =>
        name === deleted ? undefined : { metadata: { name } },
    },
    engines: new VolumeCopyEngines([engine]),
    store: {
      volumes: async () => [...progress.values()],
      putVolume: async (volume: VolumeProgress) => {
        progress.set(volume.claim, volume);
      },
    },
  } as unknown as PhaseContext;
  return { context, asked, progress };
}

describe('a pass over volumes', () => {
  it('lets the others end when one fails, asks it no more, and then tells every failure', async () => {
    const { context, asked, progress } = passesOver({
      a: [full('a')],
      b: [waiting('b'), waiting('b'), done],
      c: [full('c')],
      d: [waiting('d'), done],
    });
    expect(await bulkVolumePass.run(context)).toEqual(waiting('b; d'));
    expect(progress.get('a')).toMatchObject({
      state: 'failed',
      failure: { message: 'a is full' },
    });
    expect(await bulkVolumePass.run(context)).toEqual(waiting('b'));
    expect(await bulkVolumePass.run(context)).toMatchObject({
      state: 'failed',
      conditions: [{ message: 'a is full' }, { message: 'c is full' }],
    });
    expect(asked.join('')).toBe('abcdbdb');
    expect(progress.get('d')).toMatchObject({ state: 'copied' });
  });

  it('copies no more than parallelVolumes at once', async () => {
    const { context, asked } = passesOver({
      a: [waiting('a')],
      b: [waiting('b')],
      c: [done],
      d: [done],
    });
    expect(await bulkVolumePass.run(context)).toEqual(waiting('a; b'));
    expect(asked).toEqual(['a', 'b']);
  });

  it('ends at the first failure of the final pass: the application is down', async () => {
    const { context, asked } = passesOver({
      a: [waiting('a')],
      b: [full('b')],
      c: [done],
      d: [done],
    });
    expect(await finalVolumePass.run(context)).toEqual(full('b'));
    expect(asked).toEqual(['a', 'b']);
  });

  it('names a source claim that is deleted under way', async () => {
    const { context, asked } = passesOver(
      { a: [done], b: [done], c: [done], d: [done] },
      'c',
    );
    expect(await bulkVolumePass.run(context)).toMatchObject({
      state: 'failed',
      conditions: [
        {
          type: 'SourceClaimDeleted',
          message: expect.stringContaining('Claim shop/c on cluster source'),
        },
      ],
    });
    expect(asked).toEqual(['a', 'b', 'd']);
  });
});
