/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MoverIdentity } from './configs';

/** How a registry is reached. Reaches a mover only in its Secret, and skopeo only in files. */
export interface RegistryAccess {
  /** Host and port, as in references: for messages. */
  registry: string;
  /** Host and port to connect to; the registry's own by default. */
  address?: string;
  /** PEM certificates beside the public ones. */
  caBundle?: string;
  /** Absent: without a login. */
  login?: { username: string; password: string };
}

/** One side of an image. */
export interface ImageLocation {
  /** Index into the config's `accesses`. */
  access: number;
  repository: string;
  tag?: string;
  digest?: string;
}

export interface ImageJob {
  /** The reference, as the portal names the image everywhere. */
  image: string;
  source: ImageLocation;
  /** Absent: the image stays where it is. */
  target?: ImageLocation;
  /** An inspection asks the target alone; the source is out of reach, and has a digest. */
  targetOnly?: boolean;
}

/**
 * A registry that the mover itself serves over a replication repository, for as long as it runs: Distribution's, with
 * its storage driver. Reaches a mover only in its Secret.
 */
export interface StagingRegistry {
  /** Index into `accesses`: this registry, of which the mover alone knows the address. */
  access: number;
  /** Distribution's section `storage`. */
  storage: Record<string, Record<string, unknown>>;
  /** PEM certificates that sign the storage's. */
  caBundle?: string;
}

interface WithImages extends MoverIdentity {
  images: ImageJob[];
  accesses: RegistryAccess[];
  /** Images at once. */
  parallelism: number;
  staging?: StagingRegistry;
}

/** `mover inspectImages`: what images are, and what of them is at their target. Never writes. */
export interface InspectImagesConfig extends WithImages {
  role: 'inspectImages';
  /** For example linux/amd64: of an image for several, the one manifest for these is taken if one does. */
  platforms?: string[];
}

/** `mover copyImages`: every source has a digest. A tag that is given is set at the target. */
export interface CopyImagesConfig extends WithImages {
  role: 'copyImages';
  /** Of each transfer. */
  attempts: number;
}

/** `mover verifyImages`: asks the target for every manifest and every blob. Every source has a digest. Never writes. */
export interface VerifyImagesConfig extends WithImages {
  role: 'verifyImages';
}

/** `mover removeImages`: deletes manifests, by digest, of the targets. */
export interface RemoveImagesConfig extends WithImages {
  role: 'removeImages';
}
