/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import Router from 'express-promise-router';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { addRbacRoutes } from './rbacRoutes';

describe('the manifests of rights', () => {
  const router = Router();
  addRbacRoutes(router);
  const app = express().use(router);

  it.each(['source', 'destination'])(
    'are those of the documentation: %s',
    async role => {
      const { text, type } = await request(app).get(`/rbac/${role}`);
      expect(type).toBe('text/yaml');
      // to mend a difference: cp docs/rbac/*.yaml plugins/migration-backend/rbac/
      expect(text).toBe(
        readFileSync(
          join(__dirname, `../../../../docs/rbac/${role}.yaml`),
          'utf8',
        ),
      );
      expect(
        parseAllDocuments(text).map(document => document.toJS().kind),
      ).toEqual([
        'Namespace',
        'ServiceAccount',
        'ClusterRole',
        'ClusterRoleBinding',
      ]);
    },
  );
});
