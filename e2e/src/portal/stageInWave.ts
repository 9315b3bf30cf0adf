/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type Visitor } from './Visitor';

/** A plan is selected on the Plans page and staged as a wave, which is followed to its end. @returns what axe found */
export async function stageInWave(
  visitor: Visitor,
  plan: string,
): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  await visitor.visit('/migrations/plans');
  await visitor.tick(page.getByRole('checkbox', { name: `Select ${plan}` }));
  const selected = page.getByRole('group', { name: 'Selected plans' });
  await visitor.press(
    selected.getByRole('button', { name: 'Stage', exact: true }),
  );
  const dialog = page.getByRole('dialog');
  await visitor.write(dialog.getByLabel('Name'), 'First of all');
  found.push(...(await visitor.look('wave-asked')));
  await visitor.press(dialog.getByRole('button', { name: /^Stage/ }));
  await page.getByText('Every plan succeeded.').waitFor({ timeout: 300_000 });
  found.push(...(await visitor.lookInBothThemes('wave')));
  await visitor.visit('/migrations/waves');
  await page.getByRole('link', { name: 'First of all' }).waitFor();
  found.push(...(await visitor.lookInBothThemes('waves')));
  return found;
}
