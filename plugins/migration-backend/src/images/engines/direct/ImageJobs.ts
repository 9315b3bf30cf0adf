/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  ImageLocation,
  RegistryAccess,
} from '@namespace-migration/plugin-migration-common';
import { ImageToCopy } from '@namespace-migration/plugin-migration-node';
import { ImageLogins } from '../../credentials/ImageLogins';
import { ImageReference, parseImage } from '../../imageReference';
import { internalAccess } from '../../internalAccess';
import { isInternalRegistry } from '../../mapImage';
import { tagOfDigest } from '../../tagOfDigest';
import { ImageContext } from '../ImageContext';

type Side = 'source' | 'destination';

/** Jobs for a mover, and how it reaches the registries that they name. */
export class ImageJobs {
  readonly accesses: RegistryAccess[] = [];
  private readonly logins: ImageLogins;

  constructor(
    private readonly context: ImageContext,
    /** Where the mover is. */
    private readonly runsOn: Side = 'destination',
  ) {
    const { source, destination, namespaces, selection } = context;
    this.logins = new ImageLogins(
      { source, destination },
      namespaces,
      selection.registries,
    );
  }

  /**
   * @param options.digest of what is copied; without it the image is only looked at
   * @throws CredentialsMissing
   */
  async job(
    image: string,
    options: { digest?: string; target?: string; tag: boolean },
  ): Promise<ImageJob> {
    const from = parseImage(image)!;
    const { target, tag, digest } = options;
    const source = await this.location('source', {
      ...from,
      digest: digest ?? from.digest,
    });
    return target === undefined
      ? { image, source }
      : {
          image,
          source,
          target: await this.targetOf(image, target, tag, digest),
        };
  }

  /** For who only asks or fills the target: it needs no login for the source, and gets none. */
  async jobAtTarget(
    { reference, digest, target, setsTag }: ImageToCopy,
    options: { fills?: boolean } = {},
  ): Promise<ImageJob & { target: ImageLocation }> {
    const location = await this.targetOf(
      reference,
      target,
      setsTag,
      options.fills ? digest : undefined,
    );
    const { access, repository } = location;
    return {
      image: reference,
      source: { access, repository, digest },
      target: location,
    };
  }

  /**
   * A tag only where the source has one, and where a push without one would move `latest`.
   * @param pushed digest of what is sent there
   */
  private targetOf(
    image: string,
    target: string,
    setsTag: boolean,
    pushed?: string,
  ): Promise<ImageLocation> {
    const to = parseImage(target)!;
    const tagged = setsTag && parseImage(image)!.tag !== undefined;
    return this.location('destination', {
      ...to,
      tag: tagged
        ? to.tag
        : pushed && isInternalRegistry(to.registry)
        ? tagOfDigest(pushed)
        : undefined,
    });
  }

  private async location(
    side: Side,
    { registry, repository, tag, digest }: ImageReference,
  ): Promise<ImageLocation> {
    const access = await this.accessTo(side, registry, repository);
    return {
      access: this.indexOf(access),
      repository,
      ...(tag !== undefined && { tag }),
      ...(digest !== undefined && { digest }),
    };
  }

  private async accessTo(
    side: Side,
    registry: string,
    repository: string,
  ): Promise<RegistryAccess> {
    const { selection, namespaces } = this.context;
    const given = selection.registries.find(each => each.registry === registry);
    const inside = await internalAccess(
      this.context[side],
      side === this.runsOn ? 'inside' : 'outside',
      registry,
      namespaces[0][this.runsOn],
    );
    const login = await this.logins.find(side, registry, repository);
    return {
      registry,
      ...inside,
      ...(given?.address &&
        this.runsOn === 'destination' && { address: given.address }),
      ...(given?.caBundle && { caBundle: given.caBundle }),
      ...(login && { login }),
    };
  }

  indexOf(access: RegistryAccess): number {
    const text = JSON.stringify(access);
    const known = this.accesses.findIndex(
      other => JSON.stringify(other) === text,
    );
    return known >= 0 ? known : this.accesses.push(access) - 1;
  }
}
