/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** For apps on `@backstage/core-plugin-api`: an entity tab for `EntityLayout.Route`, and the pages for a `Route`. */
export {
  migrationPlugin,
  EntityMigrationCard,
  EntityMigrationContent,
  MigrationsPage,
} from './plugin';
export { isMigrationAvailable } from './isMigrationAvailable';
export { migrationApiRef } from '../api/migrationApiRef';
export { migrationTranslationRef } from '../translation';
