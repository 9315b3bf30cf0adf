/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  ImageLocation,
  RegistryAccess,
} from '@namespace-migration/plugin-migration-common';
import { ImageLogins } from '../../credentials/ImageLogins';
import { ImageReference, parseImage } from '../../imageReference';
import { internalAccess } from '../../internalAccess';
import { ImageContext } from '../ImageContext';

type Side = 'source' | 'destination';

/** Jobs for a mover, and how it reaches the registries that they name. */
export class ImageJobs {
  readonly accesses: RegistryAccess[] = [];
  private readonly logins: ImageLogins;

  constructor(private readonly context: ImageContext) {
    const { source, destination, namespaces, selection } = context;
    this.logins = new ImageLogins(
      { source, destination },
      namespaces,
      selection.registries,
    );
  }

  /** @throws CredentialsMissing */
  async job(
    image: string,
    options: { digest?: string; target?: string; tag: boolean },
  ): Promise<ImageJob> {
    const from = parseImage(image)!;
    const source = await this.location('source', {
      ...from,
      digest: options.digest ?? from.digest,
    });
    const to = options.target && parseImage(options.target);
    if (!to) {
      return { image, source };
    }
    const tag = options.tag && from.tag !== undefined ? to.tag : undefined;
    return {
      image,
      source,
      target: await this.location('destination', { ...to, tag }),
    };
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
      side,
      registry,
      namespaces[0].destination,
    );
    const login = await this.logins.find(side, registry, repository);
    return {
      registry,
      ...inside,
      ...(given?.address && { address: given.address }),
      ...(given?.caBundle && { caBundle: given.caBundle }),
      ...(login && { login }),
    };
  }

  private indexOf(access: RegistryAccess): number {
    const text = JSON.stringify(access);
    const known = this.accesses.findIndex(
      other => JSON.stringify(other) === text,
    );
    return known >= 0 ? known : this.accesses.push(access) - 1;
  }
}
