/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { expectBack, expectMoved } from './asPlatformEngineer';
import { migrate } from './migrate';
import { type PortalBed } from './PortalBed';
import { type Visitor } from './Visitor';

/** The same application moved and brought back by who owns it, who never leaves the entity page. @returns what axe found */
export async function asDeveloper(
  visitor: Visitor,
  bed: PortalBed,
  names: { entity: string; namespace: string; destination: string },
): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  await visitor.visit('/catalog/default/component/unmoved');
  await page.getByText('Says nothing about namespaces').waitFor();
  expect(await page.getByRole('tab', { name: 'Migration' }).count()).toBe(0);

  await visitor.visit(`/catalog/default/component/${names.entity}`);
  await page.getByText('Staged').first().waitFor();
  found.push(...(await visitor.lookInBothThemes('entity-card')));
  await visitor.visit(`/catalog/default/component/${names.entity}/migration`);
  await page.getByRole('button', { name: 'Stage', exact: true }).waitFor();

  const staged = await migrate(visitor, 'Stage', { running: 'tab-staging' });
  found.push(...staged.found);
  const cut = await migrate(visitor, 'Cutover', {
    running: 'tab-cutting-over',
  });
  found.push(...cut.found);
  await page.getByText(/Nothing was lost/).waitFor();
  await expectMoved(bed, names);
  found.push(...(await visitor.lookInBothThemes('migration-tab')));
  await migrate(visitor, 'Rollback');
  await expectBack(bed, names);
  return found;
}
