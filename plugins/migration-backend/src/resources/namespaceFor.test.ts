/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { namespaceFor } from './namespaceFor';

describe('namespaceFor', () => {
  it("has the source's labels and annotations, but those that belong to its name and cluster", () => {
    expect(
      namespaceFor(
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: {
            name: 'shop',
            uid: 'u',
            labels: { team: 'a', 'kubernetes.io/metadata.name': 'shop' },
            annotations: {
              'openshift.io/sa.scc.uid-range': '1000/100',
              'kubectl.kubernetes.io/last-applied-configuration': '{}',
            },
          },
          spec: { finalizers: ['kubernetes'] },
        },
        'shop-moved',
      ),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'shop-moved',
        labels: { team: 'a' },
        annotations: { 'openshift.io/sa.scc.uid-range': '1000/100' },
      },
    });
  });
});
