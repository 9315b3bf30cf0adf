/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type Visitor } from './Visitor';

/** A plan made in the wizard, with its preview, up to the plan's own page. @returns what axe found */
export async function planInWizard(
  visitor: Visitor,
  names: { plan: string; namespace: string; destination: string },
): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  const next = () =>
    visitor.press(page.getByRole('button', { name: 'Next', exact: true }));
  const step = (name: string) =>
    page.getByRole('heading', { name, exact: true }).waitFor();
  const look = async (name: string) => {
    found.push(...(await visitor.look(name)));
  };
  await visitor.visit('/migrations/plans');
  await visitor.press(page.getByRole('button', { name: 'New plan' }).first());
  await step('General');
  await visitor.write(page.getByLabel('Name of the plan'), names.plan);
  await visitor.choose(page.getByLabel('Source cluster'), 'source');
  await visitor.choose(page.getByLabel('Destination cluster'), 'destination');
  await look('wizard-general');
  await next();
  await step('Namespaces');
  await visitor.write(
    page.getByRole('searchbox', { name: 'Search', exact: true }),
    names.namespace,
  );
  await visitor.tick(page.getByLabel(`Choose ${names.namespace}`));
  await visitor.write(
    page.getByLabel(`Name of ${names.namespace} on the destination`),
    names.destination,
  );
  await look('wizard-namespaces');
  for (const name of ['Volumes', 'Images', 'Objects', 'Hooks']) {
    await next();
    await step(name);
    await page.getByRole('progressbar').first().waitFor({ state: 'hidden' });
    if (name === 'Volumes') {
      // slow enough to watch
      await visitor.press(
        page.getByRole('button', { name: 'How volumes are copied' }),
      );
      await visitor.write(page.getByLabel(/^Bandwidth of each volume/), '6000');
    }
    await look(`wizard-${name.toLowerCase()}`);
  }
  await visitor.press(page.getByRole('button', { name: 'Save and review' }));
  await step('Review');
  await page.getByText(/is saved/).waitFor();
  await page.getByText('ConfigMap settings').first().waitFor();
  await look('wizard-review');
  await visitor.press(page.getByRole('button', { name: 'Done' }));
  await page.getByRole('button', { name: 'Stage', exact: true }).waitFor();
  return found;
}
