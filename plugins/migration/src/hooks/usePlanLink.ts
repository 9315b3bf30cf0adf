/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useRouteRef } from '@backstage/core-plugin-api';
import { planRouteRef } from '../routes';

/** The page of a plan; undefined in an app that has not mounted the pages. */
export function usePlanLink() {
  try {
    return useRouteRef(planRouteRef);
  } catch {
    // it throws last, after all hooks that it uses
    return undefined;
  }
}
