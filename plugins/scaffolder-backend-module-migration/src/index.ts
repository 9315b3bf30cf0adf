/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Template actions that create migration plans and start migrations. */
export { scaffolderModuleMigration as default } from './module';
export { createPlanCreateAction } from './actions/createPlanCreateAction';
export { createMigrationStartAction } from './actions/createMigrationStartAction';
export type { ActionOptions } from './migrationClientFor';
