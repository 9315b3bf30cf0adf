/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MoverError } from '../output';
import { runRestic, ResticRun, RunResticOptions } from './runRestic';

/** restic's exit codes: https://restic.readthedocs.io/en/stable/075_scripting.html */
const NO_REPOSITORY = 10;
const LOCKED = 11;
const WRONG_PASSWORD = 12;

/** Makes the repository when there is none, and takes away locks of movers that were killed. */
export async function openRepository(options: RunResticOptions): Promise<void> {
  const limit = { limitSeconds: options.config.deadlineSeconds };
  const seen = await runRestic(options, ['cat', 'config'], limit);
  if (seen.code === NO_REPOSITORY) {
    const made = await runRestic(options, ['init'], limit);
    if (made.code !== 0) {
      throw /already (contains keys|initialized)/.test(made.told.excerpt)
        ? new MoverError(
            'RepositoryIncomplete',
            `What restic keeps of volume ${options.config.volume.name} in replication repository ${options.config.repository.name} has a key but no configuration: a mover was killed while it made it. It is removed and made again.`,
          )
        : failureOf(options, 'making the repository', made);
    }
    return;
  }
  if (seen.code !== 0) {
    throw failureOf(options, 'opening the repository', seen);
  }
  // One mover at a time works on it, so every lock is one that a killed mover left. restic itself calls a lock stale
  // only after half an hour, because a pod has another host name than the one before.
  const unlocked = await runRestic(options, ['unlock', '--remove-all'], limit);
  if (unlocked.code !== 0) {
    throw failureOf(options, 'removing stale locks', unlocked);
  }
}

/** What the portal turns into a condition. */
export function failureOf(
  { config }: RunResticOptions,
  doing: string,
  { code, told }: ResticRun,
): MoverError {
  const { repository, volume } = config;
  const what = `replication repository ${repository.name}, volume ${volume.name}`;
  if (told.noSpace && config.role === 'restore') {
    return new MoverError(
      'NoSpaceOnDestination',
      `The destination of volume ${volume.name} is full. Choose a larger size for it in the plan. restic said: ${told.excerpt}`,
    );
  }
  if (code === WRONG_PASSWORD) {
    return new MoverError(
      'RepositoryForeign',
      `${what}: what lies there has another password than this plan's. Remove it from the bucket, or choose another repository in the plan.`,
    );
  }
  if (code === LOCKED) {
    return new MoverError(
      'RepositoryLocked',
      `${what} is locked by another mover. Wait for its end and start again. restic said: ${told.excerpt}`,
    );
  }
  if (code === 20) {
    return new MoverError(
      'MoverDied',
      `${what}: restic was killed while ${doing}. Is the node short of memory?`,
    );
  }
  const message = `${what}: ${doing} ended with restic's code ${code}: ${told.excerpt}. Test the repository, mend what it says, and start again; what is copied stays.`;
  return told.refusedSince || isAccess(told.excerpt)
    ? new MoverError('RepositoryUnreachable', message)
    : new MoverError('RepositoryFailed', message);
}

/** The storage's answer, or none: nothing of the volume. */
function isAccess(text: string): boolean {
  return /Access ?Denied|InvalidAccessKeyId|SignatureDoesNotMatch|NoSuchBucket|bucket does not exist|ServiceUnavailable|no such host|connection refused|timeout|x509/i.test(
    text,
  );
}
