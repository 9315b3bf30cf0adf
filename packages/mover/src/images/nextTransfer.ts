/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Blob } from './imageTree';

export interface Transfer {
  /** Registry that it goes to. */
  target: number;
  /** Not there yet. */
  missing: Blob[];
}

/**
 * The next of these that may begin beside what runs: one that shares no blob with it, so that a blob crosses once and
 * is there for the second image. Undefined when all of them have to wait.
 */
export function nextTransfer<T extends Transfer>(
  waiting: T[],
  running: Transfer[],
): T | undefined {
  return waiting.find(({ target, missing }) => {
    const digests = new Set(missing.map(({ digest }) => digest));
    return !running.some(
      other =>
        other.target === target &&
        other.missing.some(({ digest }) => digests.has(digest)),
    );
  });
}
