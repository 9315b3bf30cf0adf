/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** How many lines only one of both has. */
export function differentLines(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const line of one.split('\n')) {
    left.set(line, (left.get(line) ?? 0) + 1);
  }
  for (const line of other.split('\n')) {
    left.set(line, (left.get(line) ?? 0) - 1);
  }
  return [...left.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
