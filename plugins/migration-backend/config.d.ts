/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export interface Config {
  migration: {
    /**
     * Key that credentials of clusters are encrypted with at rest. Keep it: with another one they cannot be read.
     * @visibility secret
     */
    encryptionKey: string;
    /** Image of the movers, as the clusters pull it. */
    moverImage: string;
    movers?: {
      /** Of every mover, as a container has them; requests of 100m CPU and 128Mi memory and no limits by default. */
      resources?: {
        requests?: { [resource: string]: string };
        limits?: { [resource: string]: string };
      };
    };
    /**
     * How many movers copy or compare at once on each cluster, over all migrations; a cluster's own options come
     * first. Unlimited by default.
     */
    limits?: {
      moversPerCluster?: number;
      moversPerNode?: number;
    };
  };
}
