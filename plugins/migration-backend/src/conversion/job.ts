/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ReferenceKind } from './ReferenceKind';

/** A Job's template cannot be changed: it is made anew, and begins anew. */
export const job: ReferenceKind = {
  kind: 'Job',
  podSpecOf: object => object.spec.template.spec,
  propagation: 'Background',
};
