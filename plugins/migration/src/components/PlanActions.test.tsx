/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleMigration, examplePlan } from '../testing/examples';
import { renderWithApi } from '../testing/renderWithApi';
import { PlanActions } from './PlanActions';

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('PlanActions', () => {
  it('offers what the API allows and says why not the rest', async () => {
    renderWithApi(
      <PlanActions plan={examplePlan()} onChanged={() => {}} />,
      {},
    );
    expect(await button('Stage')).toBeEnabled();
    expect(await button('Cutover')).toBeEnabled();
    expect(await button('Rollback')).toBeDisabled();
    expect(
      screen.getByTitle('Not now: there is nothing to roll back'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Cancel' }),
    ).not.toBeInTheDocument();
  });

  it('starts nothing before the confirmation', async () => {
    const startMigration = jest.fn(async () => exampleMigration());
    const onChanged = jest.fn();
    renderWithApi(<PlanActions plan={examplePlan()} onChanged={onChanged} />, {
      startMigration,
    });
    await userEvent.click(await button('Cutover'));
    expect(
      await screen.findByText(/nobody can use it until it runs on west/),
    ).toBeInTheDocument();
    await userEvent.click(await button('Back'));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(startMigration).not.toHaveBeenCalled();

    await userEvent.click(await button('Cutover'));
    await userEvent.click(await button('Stop the application and cut over'));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(startMigration).toHaveBeenCalledWith('p1', { type: 'cutover' });
  });

  it('asks for consent before a rollback that loses writes', async () => {
    const startMigration = jest.fn(async () => exampleMigration());
    const plan = examplePlan({
      state: 'Migrated',
      live: 'destination',
      actions: [{ type: 'rollback', allowed: true }],
    });
    renderWithApi(<PlanActions plan={plan} onChanged={() => {}} />, {
      startMigration,
    });
    await userEvent.click(await button('Rollback'));
    expect(await button('Roll back')).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', { name: /written on west .* is lost/ }),
    );
    await userEvent.click(await button('Roll back'));
    expect(startMigration).toHaveBeenCalledWith('p1', { type: 'rollback' });
  });

  it('cancels the migration that runs, and keeps the dialog with the reason when that is refused', async () => {
    const cancelMigration = jest.fn(async () => {
      throw Object.assign(new Error('Request failed with 409 Conflict'), {
        body: { error: { message: 'The destination was started' } },
      });
    });
    const plan = examplePlan({
      state: 'CuttingOver',
      lastMigration: exampleMigration({ type: 'cutover' }),
      actions: [{ type: 'cancel', allowed: true }],
    });
    renderWithApi(<PlanActions plan={plan} onChanged={() => {}} />, {
      cancelMigration,
    });
    await userEvent.click(await button('Cancel'));
    await userEvent.click(await button('Cancel it'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The destination was started',
    );
    expect(cancelMigration).toHaveBeenCalledWith('m1');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });
});
