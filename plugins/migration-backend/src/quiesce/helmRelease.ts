/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { suspendedKind } from './suspendedKind';

/** Flux's: it would put back the replicas of what was stopped. */
export const helmRelease = suspendedKind('HelmRelease', [
  'helm.toolkit.fluxcd.io/v2',
  'helm.toolkit.fluxcd.io/v2beta2',
  'helm.toolkit.fluxcd.io/v2beta1',
]);
