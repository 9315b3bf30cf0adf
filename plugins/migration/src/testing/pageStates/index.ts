/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Card, PlanOnTab, Tab } from './entityPages';
import { Clusters, Hooks, Plans, Repositories, Waves } from './listPages';
import { Migration } from './migrationPage';
import { Plan, Wave } from './planAndWavePages';
import { PageStates } from './PageStates';
import { EditPlan, NewPlan } from './wizardPages';

/** Every page of the plugin. */
export const pageStates: Record<string, PageStates> = {
  'Plans page': Plans,
  'Plan page': Plan,
  'Migration page': Migration,
  'Plan wizard': NewPlan,
  'Plan wizard that edits': EditPlan,
  'Clusters page': Clusters,
  'Repositories page': Repositories,
  'Hooks page': Hooks,
  'Waves page': Waves,
  'Wave page': Wave,
  'Tab of an entity': Tab,
  'Plan on the tab': PlanOnTab,
  'Card of an entity': Card,
};
