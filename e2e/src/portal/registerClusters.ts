/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type PortalBed } from './PortalBed';
import { type Visitor } from './Visitor';

/** Both clusters are registered on the Clusters page. @returns what axe found */
export async function registerClusters(
  visitor: Visitor,
  bed: PortalBed,
): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  await visitor.visit('/migrations/clusters');
  await page.getByText('No clusters are registered').waitFor();
  found.push(...(await visitor.lookInBothThemes('clusters-empty')));

  await visitor.press(
    page.getByRole('button', { name: 'Rights for a new cluster' }).first(),
  );
  const rights = page.getByRole('dialog');
  await rights.getByText('kind: ClusterRole').first().waitFor();
  found.push(...(await visitor.look('cluster-rights')));
  await page.keyboard.press('Escape');
  await rights.waitFor({ state: 'hidden' });

  for (const name of ['source', 'destination'] as const) {
    await visitor.press(
      page.getByRole('button', { name: 'Register cluster' }).first(),
    );
    const dialog = page.getByRole('dialog');
    await visitor.write(dialog.getByLabel('Name', { exact: true }), name);
    await visitor.write(
      dialog.getByRole('textbox', { name: 'Kubeconfig', exact: true }),
      bed.kubeconfig(name),
    );
    if (name === 'source') {
      found.push(...(await visitor.look('cluster-register')));
    }
    await visitor.press(
      dialog.getByRole('button', { name: 'Test and register' }),
    );
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: new RegExp(name) }).waitFor();
  }
  found.push(...(await visitor.lookInBothThemes('clusters')));
  return found;
}
