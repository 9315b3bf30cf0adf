/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ReferenceKind } from './ReferenceKind';

/** Kinds with a pod template that may be changed in place. */
export const podTemplate = (kind: string): ReferenceKind => ({
  kind,
  podSpecOf: object => object.spec.template.spec,
  patchOf: wanted => ({
    spec: {
      template: { spec: { volumes: wanted.spec.template.spec.volumes } },
    },
  }),
});
