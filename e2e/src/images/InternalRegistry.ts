/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageRegistry } from '@namespace-migration/local-clusters';
import { TestBed } from '../testBed';
import { streamsOf } from './serveImageStreams';

/** As pods of an OpenShift cluster name its own registry. */
export const internalName = 'image-registry.openshift-image-registry.svc:5000';

/**
 * What OpenShift's registry does at the destination and a definition cannot: an image that is pushed is noted in the
 * status of its ImageStream, under `latest` if it has no tag (openshift-apiserver, imagestreammapping), and a stream that is
 * not there is made, with a note of nobody.
 */
export class InternalRegistry {
  /** Streams that a push has made. */
  readonly made: string[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly bed: TestBed,
    private readonly registry: ImageRegistry,
    private readonly namespace: string,
  ) {}

  /** Notes what was pushed since it was called last. */
  async look(): Promise<void> {
    for (const line of this.registry.requests) {
      const [, namespace, name, reference] =
        /"PUT \/v2\/([^/]+)\/([^/]+)\/manifests\/([^/ ]+) [^"]*" 201 /.exec(
          line,
        ) ?? [];
      const tag = reference?.includes(':') ? 'latest' : reference;
      const pushed = `${name}:${tag}`;
      if (namespace === this.namespace && !this.seen.has(pushed)) {
        this.seen.add(pushed);
        await this.note(name, tag);
      }
    }
  }

  private async note(name: string, tag: string): Promise<void> {
    const { bed, namespace } = this;
    const path = streamsOf(namespace);
    let stream = await bed.call(bed.destination, `${path}/${name}`);
    if (!stream) {
      this.made.push(name);
      stream = await bed.call(bed.destination, path, 'POST', {
        apiVersion: 'image.openshift.io/v1',
        kind: 'ImageStream',
        metadata: { name },
      });
    }
    const others = (stream.status?.tags ?? []).filter(
      (known: any) => known.tag !== tag,
    );
    const items = [
      { dockerImageReference: `${internalName}/${namespace}/${name}:${tag}` },
    ];
    await bed.call(
      bed.destination,
      `${path}/${name}`,
      'PATCH',
      { status: { tags: [...others, { tag, items }] } },
      'application/merge-patch+json',
    );
  }
}
