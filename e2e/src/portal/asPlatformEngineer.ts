/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { migrate } from './migrate';
import { planInWizard } from './planInWizard';
import { type PortalBed } from './PortalBed';
import { registerClusters } from './registerClusters';
import { registerHook } from './registerHook';
import { stageInWave } from './stageInWave';
import { type Visitor } from './Visitor';

/** From an empty portal to an application that was moved and brought back, on the migration pages. @returns what axe found */
export async function asPlatformEngineer(
  visitor: Visitor,
  bed: PortalBed,
  names: { plan: string; namespace: string; destination: string },
): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  await visitor.visit('/migrations');
  await page.getByText('There are no plans yet').waitFor();
  found.push(...(await visitor.lookInBothThemes('plans-empty')));
  found.push(...(await registerClusters(visitor, bed)));
  found.push(...(await planInWizard(visitor, names)));
  found.push(...(await migrateOnPages(visitor, bed, names)));
  for (const [path, text, name] of [
    ['plans', names.plan, 'plans'],
    ['waves', 'There are no waves yet', 'waves-empty'],
    ['repositories', 'Register repository', 'repositories-empty'],
    ['hooks', 'Register hook', 'hooks-empty'],
  ]) {
    await visitor.visit(`/migrations/${path}`);
    await page.getByText(text).first().waitFor();
    found.push(...(await visitor.lookInBothThemes(name)));
  }
  found.push(...(await registerHook(visitor)));
  found.push(...(await stageInWave(visitor, names.plan)));
  return found;
}

/** Begins on the page of a plan that is ready. */
export async function migrateOnPages(
  visitor: Visitor,
  bed: PortalBed,
  names: { namespace: string; destination: string },
): Promise<string[]> {
  const found: string[] = [];
  const staged = await migrate(visitor, 'Stage', {
    asked: 'stage-asked',
    running: 'migration-running',
  });
  expect(staged.seen.percents.length).toBeGreaterThan(1);
  found.push(
    ...staged.found,
    ...(await visitor.lookInBothThemes('plan-staged')),
  );

  const cut = await migrate(visitor, 'Cutover', {
    asked: 'cutover-asked',
    running: 'migration-cutover-running',
    ended: 'migration',
  });
  found.push(...cut.found);
  await expectMoved(bed, names);
  found.push(...(await visitor.lookInBothThemes('plan-migrated')));
  const back = await migrate(visitor, 'Rollback', { asked: 'rollback-asked' });
  found.push(...back.found);
  await expectBack(bed, names);
  return found;
}

/** What the clusters themselves say, not the portal. */
export async function expectMoved(
  bed: PortalBed,
  { namespace, destination }: { namespace: string; destination: string },
): Promise<void> {
  expect(await bed.replicas(bed.source, namespace)).toBe(0);
  expect(await bed.replicas(bed.destination, destination)).toBe(1);
  const left = await bed.ordersOn(bed.source, namespace);
  const there = await bed.ordersOn(bed.destination, destination);
  expect(left.length).toBeGreaterThan(10);
  expect(there.slice(0, left.length)).toEqual(left);
}

export async function expectBack(
  bed: PortalBed,
  { namespace, destination }: { namespace: string; destination: string },
): Promise<void> {
  expect(await bed.replicas(bed.source, namespace)).toBe(1);
  expect(await bed.replicas(bed.destination, destination)).toBeUndefined();
}
