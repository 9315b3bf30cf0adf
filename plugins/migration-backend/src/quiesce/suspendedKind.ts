/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hasController, WorkloadKind } from './WorkloadKind';

/** Kinds whose controller leaves everything alone while `spec.suspend` is true. One that its owner suspended stays so. */
export function suspendedKind(
  kind: string,
  apiVersions: string[],
): WorkloadKind {
  return {
    kind,
    apiVersions,
    applies: object => !hasController(object),
    quiescePatch: () => ({ spec: { suspend: true } }),
    isQuiesced: object => object.spec.suspend === true,
    restorePatch: before => ({
      spec: { suspend: before.spec.suspend ?? null },
    }),
    fields: ['/spec/suspend'],
  };
}
