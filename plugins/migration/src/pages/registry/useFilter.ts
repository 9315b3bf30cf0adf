/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useSearchParams } from 'react-router-dom';

/** The filter and page of a list, held in the URL. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const set = (changes: Record<string, string>) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) {
            next.set(name, value);
          } else {
            next.delete(name);
          }
        }
        return next;
      },
      { replace: true },
    );
  return {
    filter: params.get('filter') ?? '',
    page: Math.max(0, Number(params.get('page') ?? 0) || 0),
    // another filter has other pages
    setFilter: (filter: string) => set({ filter, page: '' }),
    setPage: (page: number) => set({ page: page ? String(page) : '' }),
  };
}
