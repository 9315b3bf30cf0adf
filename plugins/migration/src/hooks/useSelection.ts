/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useMemo, useState } from 'react';

export interface Selection<T> {
  /** In the order in which they were selected. */
  items: T[];
  has(id: string): boolean;
  set(items: T[], selected: boolean): void;
  clear(): void;
}

/** What was ticked, over pages and filters; of what is on the page, as it is now. */
export function useSelection<T extends { id: string }>(
  shown: T[],
): Selection<T> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, T>>(new Map());
  return useMemo(() => {
    const now = new Map(shown.map(item => [item.id, item]));
    return {
      items: [...chosen.values()].map(item => now.get(item.id) ?? item),
      has: id => chosen.has(id),
      set: (items, selected) =>
        setChosen(before => {
          const next = new Map(before);
          for (const item of items) {
            if (selected) {
              next.set(item.id, item);
            } else {
              next.delete(item.id);
            }
          }
          return next;
        }),
      clear: () => setChosen(new Map()),
    };
  }, [chosen, shown]);
}
