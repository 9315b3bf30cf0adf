/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleCluster, examplePlan } from '../testing/examples';
import { renderWithApi } from '../testing/renderWithApi';
import { PlanDialog } from './PlanDialog';

const clusters = ['east', 'west'].map(exampleCluster);
const mine = { entityRef: 'component:default/shop', namespaces: ['shop'] };
const target = 'Namespace of shop on the destination';

describe('PlanDialog', () => {
  it('shows a refusal at its field, then what the kept plan lacks, and closes when nothing is left', async () => {
    const createPlan = jest
      .fn()
      .mockRejectedValueOnce(
        new Error(
          "namespaces[0].destination: 'Shop' is no legal namespace name",
        ),
      )
      .mockResolvedValueOnce(
        examplePlan({
          conditions: [
            {
              type: 'NamespaceNotFound',
              category: 'Critical',
              field: 'namespaces[0].source',
              message: 'Namespace shop does not exist on cluster east.',
            },
          ],
        }),
      );
    const updatePlan = jest.fn(async () => examplePlan());
    const onSaved = jest.fn();
    const onClose = jest.fn();
    renderWithApi(
      <PlanDialog
        clusters={clusters}
        entityName="shop"
        mine={mine}
        onSaved={onSaved}
        onClose={onClose}
      />,
      { createPlan, updatePlan },
    );
    const field = await screen.findByLabelText(target);
    await userEvent.clear(field);
    await userEvent.type(field, 'Shop');
    await userEvent.click(screen.getByRole('button', { name: 'Create plan' }));
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(
        "'Shop' is no legal namespace name",
      ),
    );
    expect(field).toBeInvalid();
    expect(onClose).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Create plan' }));
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(
        'Namespace shop does not exist on cluster east.',
      ),
    );
    expect(createPlan).toHaveBeenLastCalledWith({
      name: 'shop-to-west',
      source: 'east',
      destination: 'west',
      entityRef: 'component:default/shop',
      namespaces: [{ source: 'shop', destination: 'Shop' }],
    });

    await userEvent.click(screen.getByRole('button', { name: 'Save plan' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(updatePlan).toHaveBeenCalledTimes(1);
    expect(createPlan).toHaveBeenCalledTimes(2);
    expect(onSaved).toHaveBeenCalledTimes(1);
  });
});
