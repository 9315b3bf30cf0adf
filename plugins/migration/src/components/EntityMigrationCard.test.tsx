/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rootRouteRef } from '../routes';
import { exampleMigration, examplePlan } from '../testing/examples';
import { renderWithApi } from '../testing/renderWithApi';
import { EntityMigrationCard } from './EntityMigrationCard';

jest.setTimeout(30_000);

const shown = (
  plans: Plan[],
  mountedRoutes?: Parameters<typeof renderWithApi>[2],
) =>
  renderWithApi(
    <EntityMigrationCard />,
    { listPlans: async () => ({ items: plans, totalItems: plans.length }) },
    mountedRoutes,
  );

describe('EntityMigrationCard', () => {
  it('says why it knows nothing, and asks again', async () => {
    let answer: () => Promise<any> = async () => {
      throw new Error('the database is away');
    };
    renderWithApi(<EntityMigrationCard />, { listPlans: () => answer() });
    expect(
      await screen.findByText(
        /plans could not be loaded: the database is away/,
      ),
    ).toBeVisible();
    answer = async () => ({ items: [], totalItems: 0 });
    await userEvent.click(screen.getByText('Retry'));
    expect(await screen.findByText(/^No plan moves shop\./)).toBeVisible();
  });

  it('shows where the namespaces live, how far a stage is and what it waits for', async () => {
    shown(
      [examplePlan({ state: 'Staging', lastMigration: exampleMigration() })],
      { '/migrations': rootRouteRef },
    );
    expect(
      (await screen.findByText('shop-to-west')).closest('a'),
    ).toHaveAttribute('href', '/migrations/plans/p1');
    expect(screen.getByText('Staging')).toBeVisible();
    expect(screen.getByText('Runs on east')).toBeVisible();
    expect(screen.getByText('Namespaces: shop')).toBeVisible();
    expect(screen.getByLabelText('Progress of shop-to-west')).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
    expect(
      screen.getByText('Waits for the bulk pass over shop/data'),
    ).toBeVisible();
  });

  it('shows what was moved, without a link where there are no pages', async () => {
    shown([examplePlan({ state: 'Migrated', live: 'destination' })]);
    expect((await screen.findByText('shop-to-west')).closest('a')).toBeNull();
    expect(screen.getByText('Runs on west')).toBeVisible();
    expect(screen.getByText('Namespaces: shop-moved')).toBeVisible();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('says of many plans how many more there are', async () => {
    shown(
      Array.from({ length: 7 }, (_, n) =>
        examplePlan({ id: `p${n}`, name: `plan-${n}` }),
      ),
    );
    expect(await screen.findByText('Other plans: 4')).toBeVisible();
    expect(screen.getAllByText(/^plan-/)).toHaveLength(3);
  });
});
