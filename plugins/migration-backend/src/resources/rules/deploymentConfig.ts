/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** As of a BuildConfig. */
export const deploymentConfig: ResourceRule = {
  kinds: ['DeploymentConfig'],
  apply(object, { namespaces }) {
    for (const { imageChangeParams } of object.spec?.triggers ?? []) {
      delete imageChangeParams?.lastTriggeredImage;
      const from = imageChangeParams?.from;
      if (from?.namespace && namespaces[from.namespace]) {
        from.namespace = namespaces[from.namespace];
      }
    }
    return object;
  },
};
