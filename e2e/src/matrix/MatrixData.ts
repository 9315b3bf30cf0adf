/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export interface MatrixScale {
  smallFiles: number;
  sparseBytes: number;
}

/** What lies on a volume: in a directory, and in its own way on a device. */
export interface MatrixData {
  name: string;
  /** Request of the claim, a quantity. */
  storage(scale: MatrixScale): string;
  directory: Content;
  device: Content;
}

export interface Content {
  /** Fills what is empty. Both are called by the test, from outside of the clusters. */
  fill(path: string, scale: MatrixScale): void;
  /** Changes, adds and deletes, for a later pass to find. */
  change(path: string, scale: MatrixScale): void;
  /** All of it in one text, equal for equal content. */
  describe(path: string): string;
  /** Program of a pod that writes all the time, on /data or on /dev/disk. */
  writer?: string[];
  /**
   * How many differences there are between `source` and `copy`. With `living` the source is written to all the time,
   * and only what was finished before `since` is compared.
   */
  differences(options: {
    source: string;
    copy: string;
    /** The source goes on writing. */
    living?: { since: number };
    /** The copy goes on writing. */
    copyLives?: boolean;
  }): number;
}
