/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { configure, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderWithApi } from '../../testing/renderWithApi';
import { HooksStep } from './HooksStep';
import { ObjectsStep } from './ObjectsStep';
import { emptyDraft, inputOf, PlanDraft } from './planDraft';
import { StepProps } from './StepProps';

configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(60_000);

/** The step with a draft that changes, and what would be sent as an output. */
function show(
  Step: (props: StepProps) => JSX.Element,
  start: Partial<PlanDraft> = {},
  errors = {},
) {
  const Held = () => {
    const [draft, setDraft] = useState({ ...emptyDraft, ...start });
    return (
      <>
        <Step
          draft={draft}
          clusters={[]}
          errors={errors}
          onChange={change => setDraft(before => ({ ...before, ...change }))}
        />
        <output aria-label="sent">{JSON.stringify(inputOf(draft))}</output>
      </>
    );
  };
  renderWithApi(<Held />, {
    listHooks: async () =>
      ['dump', 'tell'].map(name => ({
        name,
        kind: 'script' as const,
        plans: [],
        createdAt: '',
        updatedAt: '',
      })),
  });
}
const sent = () => JSON.parse(screen.getByLabelText('sent').textContent!);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('ObjectsStep', () => {
  it('sends kinds, a host, and a change', async () => {
    show(ObjectsStep, {}, { 'transforms[0].patch': 'No list' });
    await screen.findByLabelText('Only these kinds');
    type('Only these kinds', 'configmaps\nsecrets');
    type('Kinds to leave out', 'jobs.batch');
    fireEvent.click(screen.getByText('Add host'));
    type('Host 1', '*.east');
    type('New host 1', '*.west');
    fireEvent.click(screen.getByText('Add change'));
    type('Name of change 1', 'scale');
    type('Kind that change 1 is for', 'Deployment');
    expect(screen.getByText('No list')).toBeInTheDocument();
    type('JSON Patch of change 1', '[{"op":"remove","path":"/spec/a"}]');
    expect(sent()).toEqual({
      objects: {
        includedKinds: ['configmaps', 'secrets'],
        hosts: [{ from: '*.east', to: '*.west' }],
      },
      options: { excludedKinds: ['jobs.batch'] },
      transforms: [
        {
          name: 'scale',
          target: { kind: 'Deployment' },
          patch: [{ op: 'remove', path: '/spec/a' }],
        },
      ],
    });
    fireEvent.click(screen.getByLabelText('Remove change 1'));
    expect(sent()).not.toHaveProperty('transforms');
  });

  it('has nothing to choose where no objects come', async () => {
    show(ObjectsStep, { type: 'state' });
    expect(await screen.findByText(/brings no objects/)).toBeInTheDocument();
  });
});

describe('HooksStep', () => {
  it('sends hooks in their order', async () => {
    show(HooksStep);
    const add = await screen.findByText('Add hook');
    fireEvent.click(add);
    fireEvent.click(add);
    type('Hook 2', 'tell');
    type('When hook 2 runs', 'PostRestore');
    fireEvent.click(screen.getByLabelText('Move hook 2 up'));
    expect(sent().hooks).toEqual([
      { hook: 'tell', phase: 'PostRestore' },
      { hook: 'dump', phase: 'PreBackup' },
    ]);
    fireEvent.click(screen.getByLabelText('Remove hook 1'));
    expect(sent().hooks).toEqual([{ hook: 'dump', phase: 'PreBackup' }]);
  });
});
