/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { literalTexts } from './testing/literalTexts';

const folders = ['components', 'pages', 'presentation', 'legacy'];

/** What is typed into a terminal is the same in every language. */
const commands = /^\S+ kubectl /;

const files = folders.flatMap(folder =>
  readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(name => join(folder, name)),
);

describe('texts that people read', () => {
  it('are in messages/, so that they can be translated', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files
      .flatMap(name =>
        literalTexts(name, readFileSync(join(__dirname, name), 'utf8')),
      )
      .filter(text => !commands.test(text));
    expect(found).toEqual([]);
  });

  it.each([
    '<p>Retry</p>',
    '<p>{open ? t("a.hide") : "Show"}</p>',
    '<p>{count > 0 && `${count} files`}</p>',
    '<Field label="Name" />',
    '<Field aria-label={name ?? "Plan"} />',
    '<Field title={`Namespace ${name}`} />',
    'const column = { title: "Claim" };',
    'const props = { "aria-label": "Claim" };',
    'const happens = ["The volumes are copied."];',
    'const next = () => `Data is being copied to ${name}.`;',
  ])('are found in %s', source => {
    expect(literalTexts('Example.tsx', source)).toHaveLength(1);
  });

  it.each([
    "import { Plan } from './the plan';",
    '<p className="first second">{t("plans.title")}</p>',
    '<p>{plan.state === "Ready" ? t("a.b") : `${name} · ${other}`}</p>',
    '<Field label={t("plans.columns.name")} variant="outlined" />',
    '<Field inputProps={{ "aria-label": t("plans.title") }} />',
    'const styles = makeStyles({ a: { border: "1px solid red" } });',
    'throw new Error("the list has no items");',
    'type State = "not ready";',
  ])('are not seen in %s', source => {
    expect(literalTexts('Example.tsx', source)).toEqual([]);
  });
});
