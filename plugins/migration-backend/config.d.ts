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
  };
}
