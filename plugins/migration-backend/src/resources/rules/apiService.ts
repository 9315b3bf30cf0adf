/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { moveCalledService, moveInjector } from './calledService';
import { ResourceRule } from './ResourceRule';

export const apiService: ResourceRule = {
  kinds: ['APIService'],
  apply(object, { namespaces }) {
    moveInjector(object, namespaces);
    moveCalledService(object, object.spec, namespaces);
    return object;
  },
};
