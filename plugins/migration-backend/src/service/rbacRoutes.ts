/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';

const roles = ['source', 'destination'];

/** The manifests of docs/rbac, of which the package has a copy; rbacRoutes.test.ts compares them. */
export function addRbacRoutes(router: Router): void {
  router.get('/rbac/:role', (req, res) => {
    const { role } = req.params;
    if (!roles.includes(role)) {
      throw new NotFoundError(
        `There is no role ${role}; choose one of ${roles.join(', ')}`,
      );
    }
    res
      .type('text/yaml')
      .send(
        readFileSync(
          resolvePackagePath(
            '@namespace-migration/plugin-migration-backend',
            `rbac/${role}.yaml`,
          ),
          'utf8',
        ),
      );
  });
}
