/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

/** The page of all plans, of one entity; undefined in an app that has not mounted the pages. */
export function usePlansLink() {
  const root = useRoot();
  return (
    root &&
    ((entityRef: string) =>
      `${root()}/plans?${new URLSearchParams({ entityRef })}`)
  );
}

function useRoot() {
  try {
    return useRouteRef(rootRouteRef);
  } catch {
    // it throws last, after all hooks that it uses
    return undefined;
  }
}
