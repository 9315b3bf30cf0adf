/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { ChangeSource } from './ChangeSource';

const sources = new WeakMap<SignalApi, ChangeSource>();

/** Undefined in a portal without the signals plugin. */
export function useChangeSource(): ChangeSource | undefined {
  const signals = useApiHolder().get(signalApiRef);
  if (!signals) {
    return undefined;
  }
  const known = sources.get(signals) ?? new ChangeSource(signals);
  sources.set(signals, known);
  return known;
}
