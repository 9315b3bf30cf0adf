/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { suspendedKind } from './suspendedKind';

/** Flux's: it would put back the replicas of what was stopped. */
export const kustomization = suspendedKind('Kustomization', [
  'kustomize.toolkit.fluxcd.io/v1',
  'kustomize.toolkit.fluxcd.io/v1beta2',
  'kustomize.toolkit.fluxcd.io/v1beta1',
]);
