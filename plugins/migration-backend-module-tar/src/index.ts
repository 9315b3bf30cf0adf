/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Example of a volume copy engine from outside: a tar stream through the portal. */
export { migrationModuleTar as default } from './module';
export { createTarEngine } from './tarEngine';
