/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import { formatBytes } from './formatBytes';
import { formatCount } from './formatCount';
import { formatSeconds } from './formatSeconds';
import { progressOf } from './volumeProgress';

/** A volume's numbers in a line, those that are known; those of its proof once there is one. */
export function describeProgress(volume: VolumeProgress): string {
  if (volume.proof) {
    const { files, bytes, differences } = volume.proof;
    return [
      `${formatBytes(bytes)} in ${formatCount(files)} files compared`,
      `${formatCount(differences)} differences`,
    ].join(' · ');
  }
  const progress = progressOf(volume);
  const of = (done: string, total: string | undefined) =>
    total === undefined || total === done ? done : `${done} of ${total}`;
  const parts = [
    of(
      formatBytes(progress.bytesDone),
      progress.bytesTotal === undefined
        ? undefined
        : formatBytes(progress.bytesTotal),
    ),
    `${of(
      formatCount(progress.filesDone),
      progress.filesTotal === undefined
        ? undefined
        : formatCount(progress.filesTotal),
    )} files`,
    progress.bytesPerSecond && `${formatBytes(progress.bytesPerSecond)}/s`,
    progress.secondsRemaining !== undefined &&
      `${formatSeconds(progress.secondsRemaining)} left`,
    volume.endpoint && `over ${volume.endpoint}`,
    volume.vanishedFiles &&
      `${formatCount(volume.vanishedFiles)} files vanished meanwhile`,
  ];
  return parts.filter(Boolean).join(' · ');
}
