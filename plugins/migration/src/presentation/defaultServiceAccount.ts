/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Kubernetes' own name for it, the same in every language. */
export const DEFAULT_SERVICE_ACCOUNT = 'default';
