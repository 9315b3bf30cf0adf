/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  RegistryAccess,
} from '@namespace-migration/plugin-migration-common';
import { ImageToCopy } from '@namespace-migration/plugin-migration-node';
import { ImageContext } from '../ImageContext';
import { ImageJobs } from './ImageJobs';

/** @throws CredentialsMissing */
export async function jobsToCopy(
  context: ImageContext,
  images: ImageToCopy[],
): Promise<{ images: ImageJob[]; accesses: RegistryAccess[] }> {
  const jobs = new ImageJobs(context);
  const made: ImageJob[] = [];
  for (const { reference, digest, target, setsTag } of images) {
    made.push(await jobs.job(reference, { digest, target, tag: setsTag }));
  }
  return { images: made, accesses: jobs.accesses };
}

/** @throws CredentialsMissing */
export async function jobsAtTarget(
  context: ImageContext,
  images: ImageToCopy[],
): Promise<{ images: ImageJob[]; accesses: RegistryAccess[] }> {
  const jobs = new ImageJobs(context);
  const made: ImageJob[] = [];
  for (const image of images) {
    made.push(await jobs.jobAtTarget(image));
  }
  return { images: made, accesses: jobs.accesses };
}
