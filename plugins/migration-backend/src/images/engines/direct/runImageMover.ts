/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout } from 'node:timers/promises';
import {
  ImageMessage,
  MoverConfig,
  MoverFailure,
  MoverLine,
} from '@namespace-migration/plugin-migration-common';
import { retried } from '../../../volumes/retried';
import {
  ensureMover,
  MoverState,
  observeMover,
} from '../../../volumes/runMover';
import { helperName } from '../../../volumes/volumeName';
import { ImageContext } from '../ImageContext';

/** Of a log that is not whole yet. */
const READS = 10;
const PAUSE_MS = 500;

export type ImageStep =
  | 'inspect'
  | 'copy'
  | 'verify'
  | 'remove'
  | 'look'
  | 'stage';

export type ImageLine = MoverLine & ImageMessage;

export type ImageMoverState =
  | { state: 'running'; waitingFor: string; lines: ImageLine[] }
  | { state: 'succeeded'; lines: ImageLine[] }
  | { state: 'failed'; failure: MoverFailure };

/**
 * Starts, or finds, the mover that does `what` with images. It is done when its log has told of
 * every image.
 */
export async function runImageMover(
  context: ImageContext,
  what: ImageStep,
  images: string[],
  /** Asked for when there is no pod yet: its credentials are read then. */
  configOf: () => Promise<MoverConfig>,
  side: 'source' | 'destination' = 'destination',
): Promise<ImageMoverState> {
  const { owner, namespaces } = context;
  const cluster = context[side];
  const { images: moverImages } = await context.transfer();
  let ended: ImageLine[] = [];
  const state = await retried(async attempt => {
    const name = helperName(`${what}-${attempt}`, 'images', owner.migrationId);
    const namespace = namespaces[0][side];
    const key = { apiVersion: 'v1', kind: 'Pod', namespace, name };
    const pod =
      (await cluster.get(key)) ??
      (await ensureMover(
        cluster,
        {
          ...owner,
          namespace,
          name,
          component: 'images',
          image: moverImages[side],
          volume: 'images',
          restart: false,
          // it needs none, whatever the namespace admits
          security: { asked: 'restricted' },
        },
        await configOf(),
      ));
    let silent: string | undefined;
    // a runtime tells the end of a container when it happens, and writes its last words a moment later
    for (let reads = 0; reads < READS; reads++) {
      const observed = await observeMover(cluster, pod);
      if (observed.state !== 'succeeded') {
        return observed;
      }
      ended = imageLinesOf(observed.lines);
      silent = images.find(
        image => !ended.some(line => line.image === image && isEnd(line)),
      );
      if (silent === undefined) {
        return observed;
      }
      await setTimeout(PAUSE_MS);
    }
    return lost(
      `the log of pod ${namespace}/${name} does not tell of ${silent}`,
    );
  });
  switch (state.state) {
    case 'succeeded':
      return { state: 'succeeded', lines: ended };
    case 'running':
      return { ...state, lines: imageLinesOf(state.lines) };
    default:
      return state;
  }
}

/** Reads as a mover that died: another one is started, and sends nothing twice. */
const lost = (message: string): MoverState => ({
  state: 'failed',
  failure: { reason: 'MoverDied', message },
});

function isEnd(line: ImageLine): boolean {
  return line.event !== 'progress';
}

function imageLinesOf(lines: MoverLine[]): ImageLine[] {
  return lines.filter((line): line is ImageLine => line.type === 'image');
}

export function identityOf({ owner, selection }: ImageContext) {
  return {
    migrationId: owner.migrationId,
    fencingToken: owner.fencingToken,
    parallelism: selection.parallelImages,
  };
}
