/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { moveCalledService, moveInjector } from './calledService';
import { ResourceRule } from './ResourceRule';

/** A definition from v1beta1 that keeps unknown fields says so in its schema in v1, or the server refuses it. */
export const customResourceDefinition: ResourceRule = {
  kinds: ['CustomResourceDefinition'],
  apply(object, { namespaces }) {
    const { spec } = object;
    moveInjector(object, namespaces);
    moveCalledService(
      object,
      spec?.conversion?.webhook?.clientConfig,
      namespaces,
    );
    if (spec?.preserveUnknownFields) {
      for (const version of spec.versions ?? []) {
        version.schema ??= { openAPIV3Schema: { type: 'object' } };
        version.schema.openAPIV3Schema['x-kubernetes-preserve-unknown-fields'] =
          true;
      }
    }
    delete spec?.preserveUnknownFields;
    return object;
  },
};
