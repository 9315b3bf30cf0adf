/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hasController, WorkloadKind } from './WorkloadKind';

/** Kinds whose controller pauses for an annotation. */
export function annotatedKind(
  kind: string,
  apiVersion: string,
  annotation: { name: string; value: string },
): WorkloadKind {
  const { name, value } = annotation;
  return {
    kind,
    apiVersions: [apiVersion],
    applies: object => !hasController(object),
    quiescePatch: () => ({ metadata: { annotations: { [name]: value } } }),
    isQuiesced: object => object.metadata.annotations?.[name] === value,
    restorePatch: before => ({
      metadata: {
        annotations: { [name]: before.metadata.annotations?.[name] ?? null },
      },
    }),
    // annotations are compared of every kind
    fields: [],
  };
}
