/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export interface StreamOptions {
  namespace: string;
  /** Plays OpenShift's own registry of the source. */
  registry: string;
  /** Pushed under the tag `1`, newest first. */
  pushed: string[];
  /** What the tag `followed` follows: shop/report:1 of that registry. */
  followed: string;
  /** What the tag `outside` follows: an image that stays where it is. */
  outside: { name: string; digest: string };
}

/** A stream with a tag of each kind, as OpenShift shows it after its controllers have run. */
export function streamFixture(options: StreamOptions) {
  const { namespace, registry, pushed, followed, outside } = options;
  const at = (repository: string, digest: string) => ({
    created: '2026-11-01T10:00:00Z',
    dockerImageReference: `${registry}/${repository}@${digest}`,
    image: digest,
    generation: 2,
  });
  const follows = (name: string, from: object, type = 'Source') => ({
    name,
    annotations: null,
    from,
    generation: 2,
    importPolicy: {},
    referencePolicy: { type },
  });
  return {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStream',
    metadata: {
      name: 'streamed',
      labels: { app: 'streamed' },
      annotations: {
        'openshift.io/image.dockerRepositoryCheck': '2026-11-01T10:00:00Z',
      },
    },
    spec: {
      lookupPolicy: { local: true },
      tags: [
        follows('outside', { kind: 'DockerImage', name: outside.name }),
        follows(
          'followed',
          { kind: 'DockerImage', name: `${registry}/shop/report:1` },
          'Local',
        ),
        follows('alias', {
          kind: 'ImageStreamTag',
          name: 'streamed:1',
          namespace,
        }),
      ],
    },
    status: {
      dockerImageRepository: `${registry}/shop/streamed`,
      tags: [
        {
          tag: '1',
          items: pushed.map(digest => at('shop/streamed', digest)),
        },
        { tag: 'alias', items: [at('shop/streamed', pushed[0])] },
        { tag: 'followed', items: [at('shop/report', followed)] },
        {
          tag: 'outside',
          items: [
            {
              ...at('', outside.digest),
              dockerImageReference: outside.name.replace(
                /:[^:/]*$/,
                `@${outside.digest}`,
              ),
            },
          ],
        },
      ],
    },
  };
}

/** A workload whose image OpenShift has set to what the stream's tag `1` is. */
export function userOfStream(registry: string, digest: string) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'streamed',
      annotations: {
        'image.openshift.io/triggers': JSON.stringify([
          {
            from: { kind: 'ImageStreamTag', name: 'streamed:1' },
            fieldPath:
              'spec.template.spec.containers[?(@.name=="streamed")].image',
          },
        ]),
      },
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'streamed' } },
      template: {
        metadata: { labels: { app: 'streamed' } },
        spec: {
          terminationGracePeriodSeconds: 1,
          imagePullSecrets: [{ name: 'source-pull' }],
          containers: [
            { name: 'streamed', image: `${registry}/shop/streamed@${digest}` },
          ],
        },
      },
    },
  };
}
