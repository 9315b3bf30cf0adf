/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { moveCalledService, moveInjector } from './calledService';
import { renameInSelector } from './namespaceSelector';
import { ResourceRule } from './ResourceRule';

export const webhookConfiguration: ResourceRule = {
  kinds: ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
  apply(object, { namespaces }) {
    moveInjector(object, namespaces);
    for (const webhook of object.webhooks ?? []) {
      moveCalledService(object, webhook.clientConfig, namespaces);
      renameInSelector(webhook.namespaceSelector, namespaces);
    }
    return object;
  },
};
