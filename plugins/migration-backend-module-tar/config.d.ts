/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export interface Config {
  migration?: {
    tar?: {
      /** Image with Python 3 and GNU tar, pulled by both clusters; docker.io/library/python:3-slim by default. */
      image?: string;
    };
  };
}
