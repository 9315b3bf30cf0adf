/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Content } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { MigrationPage } from '../MigrationPage';
import { PlanPage } from '../PlanPage';
import { EditPlanPage, NewPlanPage } from '../PlanWizard';
import { PlansPage } from './PlansPage';

/** The list of plans, the wizard, a plan, and a migration of it. */
export const PlansRoutes = () => (
  <Content>
    <Routes>
      <Route index element={<PlansPage />} />
      <Route path="new" element={<NewPlanPage />} />
      <Route path=":planId/edit" element={<EditPlanPage />} />
      <Route path=":planId" element={<PlanPage />} />
      <Route
        path=":planId/migrations/:migrationId"
        element={<MigrationPage />}
      />
    </Routes>
  </Content>
);
