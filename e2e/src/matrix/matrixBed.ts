/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TestBed } from '../testBed';

/** A backend that knows all engines of the matrix, and a namespace without anything in it. */
export function matrixBed(port: number, namespace: string): Promise<TestBed> {
  return TestBed.start(port, namespace, {
    fixture: false,
    s3: true,
    env: ({ images }) => ({
      NAMESPACE_MIGRATION_MODULES:
        '@namespace-migration/plugin-migration-backend-module-tar',
      NAMESPACE_MIGRATION_TAR_IMAGE: images.demo,
    }),
  });
}
