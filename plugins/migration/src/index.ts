/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** The plugin for Backstage's frontend system; `./legacy` is the same for the one before. */
export { migrationPlugin as default } from './plugin';
export { migrationApiRef } from './api/migrationApiRef';
export { migrationTranslationRef } from './translation';
