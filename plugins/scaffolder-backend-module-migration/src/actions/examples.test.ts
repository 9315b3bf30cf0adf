/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { validate } from 'jsonschema';
import { parse, stringify } from 'yaml';
import { createMigrationStartAction } from './createMigrationStartAction';
import { createPlanCreateAction } from './createPlanCreateAction';

const options = {
  auth: mockServices.auth(),
  discovery: mockServices.discovery(),
};
const actions: TemplateAction<any, any, any>[] = [
  createPlanCreateAction(options),
  createMigrationStartAction(options),
];

/** What the scaffolder does before a step runs. */
const problemsOf = (step: { action: string; input: unknown }) => {
  const action = actions.find(({ id }) => id === step.action);
  return validate(step.input, action!.schema!.input as any).errors.map(String);
};

describe('examples', () => {
  it.each(
    actions.flatMap(action =>
      action.examples!.map(({ description, example }) => ({
        name: `${action.id}: ${description}`,
        example,
      })),
    ),
  )('$name', ({ example }) => {
    for (const step of parse(example).steps) {
      expect(problemsOf(step)).toEqual([]);
    }
  });

  it('refuses a misspelt option, naming it', () => {
    const [action] = actions;
    const [step] = parse(action.examples![1].example).steps;
    step.input.options.parallelVolume = 2;
    expect(problemsOf(step).join()).toMatch(/parallelVolume/);
  });

  it('are followed by the example template', () => {
    const template = parse(
      readFileSync(
        join(__dirname, '../../examples/stage-namespace.yaml'),
        'utf8',
      ),
    );
    for (const step of template.spec.steps) {
      // a parameter's value stands where its name is
      const filled = parse(
        stringify(step).replace(/\$\{\{.*?\}\}/g, 'a-value'),
      );
      expect(problemsOf(filled)).toEqual([]);
    }
    expect(template.spec.steps.map((step: any) => step.action)).toEqual(
      actions.map(({ id }) => id),
    );
  });
});
