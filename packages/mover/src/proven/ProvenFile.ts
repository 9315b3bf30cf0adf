/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** A file whose content was read on both sides and was the same. Short names, because there may be millions. */
export interface ProvenFile {
  /** Path below the root in base64. */
  p: string;
  /** `identityOf` the source's file when it was read. */
  a: string;
  /** `identityOf` the destination's. */
  b: string;
  /** Digest of both (`HashPool`). */
  d: string;
}

/** A line of what is remembered, in walk order. Without `end` the list is not whole. */
export type ProvenLine = ProvenFile | { end: number };
