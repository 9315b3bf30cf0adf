/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type Visitor } from './Visitor';

/** What the bars of volumes have shown, one value each time it changed. */
export interface Seen {
  percents: number[];
}

/** Chooses an action of the plan that is shown, agrees to what will happen, and waits until it has ended well. */
export async function migrate(
  visitor: Visitor,
  action: 'Stage' | 'Cutover' | 'Rollback',
  looks: { asked?: string; running?: string } = {},
): Promise<{ found: string[]; seen: Seen }> {
  const { page } = visitor;
  const found: string[] = [];
  await visitor.press(page.getByRole('button', { name: action, exact: true }));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  if (looks.asked) {
    found.push(...(await visitor.look(looks.asked)));
  }
  const consent = dialog.getByRole('checkbox');
  if ((await consent.count()) > 0) {
    await visitor.tick(consent);
  }
  await visitor.press(
    dialog.getByRole('button', { name: /^(Stage|Stop the app.*|Roll back)$/ }),
  );
  await dialog.waitFor({ state: 'hidden' });
  const seen: Seen = { percents: [] };
  const bar = page.getByRole('progressbar', { name: /^Progress of / }).first();
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
  await cancel.waitFor();
  const deadline = Date.now() + 300_000;
  let looked = false;
  while (await cancel.isVisible()) {
    const percent = (await bar.isVisible())
      ? Number(await bar.getAttribute('aria-valuenow').catch(() => null))
      : 0;
    if (percent !== seen.percents[seen.percents.length - 1]) {
      seen.percents.push(percent);
    }
    if (looks.running && !looked && percent > 0) {
      looked = true;
      found.push(...(await visitor.look(looks.running)));
    }
    if (Date.now() > deadline) {
      throw new Error(`${action} has not ended after 300 s`);
    }
    await page.waitForTimeout(200);
  }
  await page.getByText(ended[action], { exact: true }).first().waitFor();
  return { found, seen };
}

/** The plan's state when all is well. */
const ended = { Stage: 'Staged', Cutover: 'Migrated', Rollback: 'Rolled back' };
