/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type Visitor } from './Visitor';

/** A hook of the kind that is proposed, an image. @returns what axe found */
export async function registerHook(visitor: Visitor): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  await visitor.visit('/migrations/hooks');
  await visitor.press(
    page.getByRole('button', { name: 'Register hook' }).first(),
  );
  const dialog = page.getByRole('dialog');
  await visitor.write(dialog.getByLabel('Name', { exact: true }), 'smoke');
  await visitor.write(
    dialog.getByLabel('Image', { exact: true }),
    'registry.example.org/smoke:1',
  );
  found.push(...(await visitor.look('hook-register')));
  await visitor.press(dialog.getByRole('button', { name: 'Register' }));
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('row', { name: /smoke/ }).waitFor();
  found.push(...(await visitor.lookInBothThemes('hooks')));
  return found;
}
