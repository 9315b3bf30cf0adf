/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { configure, fireEvent, screen } from '@testing-library/react';
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { renderWithApi } from '../../testing/renderWithApi';
import { ImagesStep } from './ImagesStep';
import { emptyDraft, inputOf, PlanDraft } from './planDraft';

configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(60_000);

const asked: PlanInput[] = [];

/** The step with a draft that changes, and what would be sent as an output. */
function show(start: Partial<PlanDraft> = {}, errors = {}) {
  const Held = () => {
    const [draft, setDraft] = useState({
      ...emptyDraft,
      source: 'east',
      destination: 'west',
      namespaces: [{ source: 'shop', destination: '' }],
      ...start,
    });
    return (
      <>
        <ImagesStep
          draft={draft}
          clusters={[]}
          errors={errors}
          onChange={change => setDraft(before => ({ ...before, ...change }))}
        />
        <output aria-label="sent">
          {JSON.stringify(inputOf(draft).images ?? null)}
        </output>
      </>
    );
  };
  renderWithApi(<Held />, {
    discoverPlan: async (input: PlanInput) => {
      asked.push(input);
      return {
        volumes: [],
        conditions: [],
        checks: [],
        plannedImages: [
          {
            reference: 'a:5000/web:1',
            target: 'b:5000/web:1',
            usedBy: ['Deployment shop/web'],
            sizeBytes: 3 * 1024 * 1024,
            destination: 'pullable' as const,
          },
          { reference: 'quay.io/db:1', usedBy: ['StatefulSet shop/db'] },
        ],
      };
    },
  });
}
const sent = () => JSON.parse(screen.getByLabelText('sent').textContent!);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('ImagesStep', () => {
  it('copies none until that is chosen, and none again after it is taken back', async () => {
    show();
    const copy = await screen.findByLabelText('Copy images');
    expect(sent()).toBeNull();
    expect(screen.queryByText('Rules')).toBeNull();
    fireEvent.click(copy);
    expect(sent()).toEqual({});
    fireEvent.click(copy);
    expect(sent()).toBeNull();
  });

  it('sends rules, registries and options, and nothing for what is empty', async () => {
    show({ images: {} });
    fireEvent.click(await screen.findByText('Add rule'));
    type('From registry 1', 'a:5000');
    type('To registry 1', 'b:5000/moved');
    fireEvent.click(screen.getByText('Add registry'));
    type('Registry 1', 'b:5000');
    type('Address of registry 1', 'x');
    type('Address of registry 1', '');
    type('Namespace of secret 1', 'shop');
    type('Secret 1', 'push');
    type('Tags that are taken at the target', 'keep');
    type('Pull secret at the destination', 'pull');
    expect(sent()).toEqual({
      rules: [{ from: 'a:5000', to: 'b:5000/moved' }],
      registries: [
        {
          registry: 'b:5000',
          credentials: { cluster: 'source', namespace: 'shop', secret: 'push' },
        },
      ],
      existingTags: 'keep',
      pullSecret: 'pull',
    });
    fireEvent.click(screen.getByLabelText('Remove rule 1'));
    expect(sent()).not.toHaveProperty('rules');
  });

  it('shows what is in use: target, size, and what the destination has of it', async () => {
    show({ images: {} }, { 'images.rules': 'No good' });
    expect(await screen.findByText('b:5000/web:1')).toBeInTheDocument();
    for (const text of [
      'can be pulled',
      'stays where it is',
      'not looked at yet',
      'Deployment shop/web',
      'No good',
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
    expect(asked.at(-1)).toMatchObject({ images: {}, source: 'east' });
  });
});
