/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What frontend, backend, mover and templates share. */
export * from './annotations';
export * from './changes';
export * from './types';
export * from './client/MigrationApi';
export * from './client/MigrationClient';
export * from './mover';
