/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type Visitor } from './Visitor';

/** What the bars of volumes have shown, one value each time it changed. */
export interface Seen {
  percents: number[];
}

/** Chooses an action of the plan that is shown, agrees to what will happen, and follows it to its good end. */
export async function migrate(
  visitor: Visitor,
  action: 'Stage' | 'Cutover' | 'Rollback',
  looks: { asked?: string; running?: string; ended?: string } = {},
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
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
  await cancel.waitFor();
  // a plan's page has the bars one link further, the entity's tab has them itself
  const details = page.getByRole('link', { name: /^Volumes, objects, / });
  const onPlan = await details.isVisible();
  if (onPlan) {
    await visitor.press(details);
    await page.getByRole('link', { name: /^Plan / }).waitFor();
    await cancel.waitFor();
  }
  const seen: Seen = { percents: [] };
  const bar = page.getByRole('progressbar', { name: /^Progress of / }).first();
  const deadline = Date.now() + 900_000;
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
      throw new Error(`${action} has not ended after 900 s`);
    }
    await page.waitForTimeout(200);
  }
  if (onPlan) {
    await page.getByText('Completed', { exact: true }).first().waitFor();
    if (looks.ended) {
      found.push(...(await visitor.lookInBothThemes(looks.ended)));
    }
    await visitor.press(page.getByRole('link', { name: /^Plan / }));
  }
  await page.getByText(ended[action], { exact: true }).first().waitFor();
  return { found, seen };
}

/** The plan's state when all is well. */
const ended = { Stage: 'Staged', Cutover: 'Migrated', Rollback: 'Rolled back' };
