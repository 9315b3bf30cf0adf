/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import {
  Manifest,
  ManifestRefused,
  MtcField,
  nameOf,
  neededText,
  textOf,
} from './manifest';

export const migHookFields: MtcField[] = [
  {
    field: 'spec.custom',
    becomes: 'kind: image when true, playbook when false',
  },
  { field: 'spec.image', becomes: 'image.image or playbook.image' },
  { field: 'spec.playbook', becomes: 'playbook.playbook' },
  {
    field: 'spec.targetCluster',
    becomes: 'hooks[].cluster of the plans that name the hook',
  },
  { field: 'spec.activeDeadlineSeconds', becomes: 'deadlineSeconds' },
];

const LONGEST_SECONDS = 86_400;

/** @throws ManifestRefused */
export function readMigHook(manifest: Manifest): HookInput {
  const { spec } = manifest;
  const name = nameOf(manifest);
  const image = neededText(spec.image, 'spec.image');
  const playbook = textOf(spec.playbook, 'spec.playbook');
  targetClusterOf(manifest);
  const deadlineSeconds = deadlineOf(spec.activeDeadlineSeconds);
  if (spec.custom === true && playbook) {
    throw new ManifestRefused(
      'spec.playbook: a custom hook runs its image and no playbook. Set custom to false, or take the playbook out.',
    );
  }
  if (spec.custom !== true && !playbook) {
    throw new ManifestRefused(
      'spec.playbook: it is missing, and the hook is no custom one. Give the playbook in base64, or set custom to true.',
    );
  }
  return {
    name,
    ...(playbook
      ? { kind: 'playbook' as const, playbook: { playbook, image } }
      : { kind: 'image' as const, image: { image } }),
    ...(deadlineSeconds && { deadlineSeconds }),
  };
}

/** Where MTC runs the hook. @throws ManifestRefused */
export function targetClusterOf({ spec }: Manifest): 'source' | 'destination' {
  if (spec.targetCluster !== 'source' && spec.targetCluster !== 'destination') {
    throw new ManifestRefused(
      `spec.targetCluster: '${spec.targetCluster}' is neither source nor destination. Choose one of them.`,
    );
  }
  return spec.targetCluster;
}

function deadlineOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === 0) {
    return undefined;
  }
  if (
    !Number.isInteger(value) ||
    Number(value) < 1 ||
    Number(value) > LONGEST_SECONDS
  ) {
    throw new ManifestRefused(
      `spec.activeDeadlineSeconds: '${value}' is no number of seconds between 1 and ${LONGEST_SECONDS}. Correct it.`,
    );
  }
  return Number(value);
}
