/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  done,
  failed,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { CredentialsMissing } from '../../credentials/ImageLogins';
import { ImageContext } from '../ImageContext';
import { ImageLine, ImageMoverState } from './runImageMover';
import { takeLines } from './takeLines';

/** A mover's state as the end of a step. */
export async function stepOf(
  context: ImageContext,
  what: string,
  run: () => Promise<ImageMoverState>,
  /** Events that are not this step's to tell. */
  without: Array<ImageLine['event']> = [],
): Promise<StepResult> {
  let state: ImageMoverState;
  try {
    state = await run();
  } catch (error) {
    if (error instanceof CredentialsMissing) {
      return failed({
        type: 'RegistryCredentialsMissing',
        category: 'Critical',
        field: 'images.registries',
        message: error.message,
      });
    }
    throw error;
  }
  if (state.state === 'failed') {
    const { reason, message } = state.failure;
    return failed({ type: reason, category: 'Critical', message });
  }
  await takeLines(
    context,
    state.lines.filter(({ event }) => !without.includes(event)),
  );
  return state.state === 'running'
    ? waiting(`${what} (${state.waitingFor})`)
    : done;
}
