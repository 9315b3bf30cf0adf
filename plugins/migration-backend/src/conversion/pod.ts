/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ReferenceKind } from './ReferenceKind';

/** Nothing re-creates a bare pod; it was deleted when it was stopped, and starts again with the other claim. */
export const pod: ReferenceKind = {
  kind: 'Pod',
  podSpecOf: object => object.spec,
};
