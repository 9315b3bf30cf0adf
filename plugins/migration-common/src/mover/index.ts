/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export * from './configs';
export * from './messages';
export * from './handshake';
export * from './imageConfigs';
export * from './imageMessages';
