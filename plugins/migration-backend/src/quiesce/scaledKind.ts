/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hasController, WorkloadKind } from './WorkloadKind';

/** Kinds with `spec.replicas`. */
export function scaledKind(kind: string, apiVersion: string): WorkloadKind {
  return {
    kind,
    apiVersions: [apiVersion],
    applies: object => !hasController(object),
    quiescePatch: () => ({ spec: { replicas: 0 } }),
    isQuiesced: object => object.spec.replicas === 0,
    restorePatch: before => ({
      spec: { replicas: before.spec.replicas ?? null },
    }),
    fields: ['/spec/replicas'],
  };
}
