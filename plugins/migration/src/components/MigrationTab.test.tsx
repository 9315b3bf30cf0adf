/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Plan } from '@namespace-migration/plugin-migration-common';
import {
  exampleCluster,
  exampleMigration,
  examplePlan,
  exampleVolume,
} from '../testing/examples';
import { renderWithApi } from '../testing/renderWithApi';
import { MigrationTab } from './MigrationTab';

function apiWith(plan: Plan) {
  return {
    listPlans: async () => ({ items: [plan], totalItems: 1 }),
    listClusters: async () => [],
    getPlan: async () => plan,
    listMigrations: async () =>
      plan.lastMigration ? [plan.lastMigration] : [],
  };
}

describe('MigrationTab', () => {
  it('says why the plans cannot be loaded, and tries again on demand', async () => {
    const listPlans = jest
      .fn()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue({ items: [], totalItems: 0 });
    renderWithApi(<MigrationTab />, {
      listPlans,
      listClusters: async () => [],
    });
    expect(
      await screen.findByText(
        /plans could not be loaded: the database is away/,
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByText('No clusters are registered'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Register cluster' }),
    ).toBeEnabled();
    expect(
      screen.queryByRole('button', { name: 'Create plan' }),
    ).not.toBeInTheDocument();
  });

  it('tells where the namespace runs when there is no plan yet, one cluster failing', async () => {
    renderWithApi(<MigrationTab />, {
      listPlans: async () => ({ items: [], totalItems: 0 }),
      listClusters: async () => ['east', 'north', 'west'].map(exampleCluster),
      listNamespaces: async cluster => {
        if (cluster === 'north') {
          throw new Error('certificate has expired');
        }
        return cluster === 'east'
          ? [{ name: 'shop', phase: 'Active', pods: 3, runningPods: 2 }]
          : [];
      },
    });
    expect(await screen.findByText('shop is not being moved')).toBeVisible();
    const cells = async (name: RegExp) =>
      within(await screen.findByRole('row', { name })).getAllByRole('cell');
    await screen.findByText('2 of 3 pods run');
    const [east, north, west] = await cells(/^shop/);
    expect(east).toHaveTextContent('2 of 3 pods run');
    expect(north).toHaveTextContent('certificate has expired');
    expect(west).toHaveTextContent('No such namespace');
  });

  it('shows many namespaces on three clusters a page at a time, and which copy is live', async () => {
    const namespaces = Array.from({ length: 25 }, (_, n) => `shop-${n}`);
    const asked: string[] = [];
    const plan = examplePlan({
      state: 'Migrated',
      live: 'destination',
      namespaces: [{ source: 'shop-0', destination: 'shop-0-moved' }],
    });
    renderWithApi(
      <MigrationTab />,
      {
        ...apiWith(plan),
        listClusters: async () => ['east', 'north', 'west'].map(exampleCluster),
        listNamespaces: async (cluster, { name = '' } = {}) => {
          asked.push(`${cluster}/${name}`);
          const here = cluster === (name === 'shop-0-moved' ? 'west' : 'east');
          return here
            ? [{ name, phase: 'Active', pods: 1, runningPods: 1, claims: 2 }]
            : [];
        },
      },
      {},
      namespaces,
    );
    const row = async (name: RegExp) =>
      within(await screen.findByRole('row', { name }));
    expect(
      (await row(/^shop-0-moved/)).getByText('1 of 1 pods run'),
    ).toBeVisible();
    expect((await row(/^shop-0-moved/)).getByText('Live')).toBeVisible();
    expect((await row(/^shop-0 /)).queryByText('Live')).toBeNull();
    expect(screen.queryByRole('row', { name: /^shop-20/ })).toBeNull();
    expect(asked).toHaveLength(30);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByRole('row', { name: /^shop-20/ })).toBeVisible();
  });

  it('shows a running migration: where it is, its phases, its volumes in numbers', async () => {
    const plan = examplePlan({
      state: 'Staging',
      lastMigration: exampleMigration(),
    });
    renderWithApi(<MigrationTab />, apiWith(plan));
    const source = within(
      await screen.findByRole('region', { name: 'Source' }),
    );
    expect(source.getByText('The application runs here')).toBeVisible();
    expect(screen.getByText('25 % copied')).toBeVisible();
    expect(screen.getByText(/Bulk volume pass \(attempt 2\)/)).toBeVisible();
    // below the steps and in the list of phases
    const waits = screen.getAllByText(
      /Waits for the bulk pass over shop\/data/,
    );
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeVisible();
    const bar = screen.getByRole('progressbar', {
      name: 'Progress of shop/data',
    });
    expect(bar).toHaveAttribute('aria-valuenow', '25');
    expect(
      screen.getByText(
        '40 MiB of 160 MiB · 7 of 11 files · 6 MiB/s · 20 s left',
      ),
    ).toBeVisible();
  });

  it('shows what stopped a plan, the worst first', async () => {
    const plan = examplePlan({
      state: 'NotReady',
      conditions: [
        { type: 'VolumeSkipped', category: 'Advisory', message: 'skips one' },
        {
          type: 'ClaimExists',
          category: 'Critical',
          message: 'Claim shop-moved/data exists. Give the copy another name.',
        },
      ],
    });
    renderWithApi(<MigrationTab />, apiWith(plan));
    expect(await screen.findByText('Claim exists')).toBeVisible();
    const categories = screen
      .getAllByText(/^(Critical|Advisory)$/)
      .map(({ textContent }) => textContent);
    expect(categories).toEqual(['Critical', 'Advisory']);
  });

  it('shows the proof of a cutover', async () => {
    const plan = examplePlan({
      state: 'Migrated',
      live: 'destination',
      lastMigration: exampleMigration({
        type: 'cutover',
        state: 'Completed',
        endedAt: '2026-11-23T17:05:00.000Z',
        volumes: [
          exampleVolume({
            state: 'verified',
            proof: {
              mode: 'full',
              files: 3002,
              directories: 1,
              bytes: 30_000_000,
              differences: 0,
              verifiedAt: '2026-11-23T17:04:00.000Z',
            },
          }),
        ],
        objects: { expected: 7, present: 7, different: 0 },
        cutover: {
          quiescedAt: '2026-11-23T17:03:00.000Z',
          writersGoneAt: '2026-11-23T17:03:05.000Z',
          finalPassStartedAt: '2026-11-23T17:03:06.000Z',
          healthyAt: '2026-11-23T17:04:30.000Z',
        },
      }),
    });
    renderWithApi(<MigrationTab />, apiWith(plan));
    const proof = within(await screen.findByRole('region', { name: 'Proof' }));
    expect(proof.getByText(/Nothing was lost/)).toBeVisible();
    expect(proof.getByText('3,002')).toBeVisible();
    expect(proof.getByText('7 of 7')).toBeVisible();
    expect(proof.getByText('1 min 30 s')).toBeVisible();
    expect(proof.getByText('after the last writer')).toBeVisible();
  });
});
