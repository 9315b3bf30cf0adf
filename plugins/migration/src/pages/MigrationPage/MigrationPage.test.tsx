/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationApi } from '@namespace-migration/plugin-migration-common';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleMigration, examplePlan } from '../../testing/examples';
import { renderPlansAt } from '../../testing/renderPage';

const migration = exampleMigration({
  type: 'cutover',
  state: 'Completed',
  endedAt: '2026-11-23T17:05:00.000Z',
  cutover: {
    quiescedAt: '2026-11-23T17:01:00.000Z',
    healthyAt: '2026-11-23T17:02:30.000Z',
  },
});

function apiWith(over: Partial<MigrationApi> = {}): Partial<MigrationApi> {
  return {
    getPlan: async () => examplePlan({ lastMigration: migration }),
    getMigration: async () => migration,
    listMigrationObjects: async () => [],
    listHookRuns: async () => [],
    listMigrationEvents: async () => [],
    ...over,
  };
}
const path = '/p1/migrations/m1';

// these are whole pages, and the machines of continuous integration are slow
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

describe('MigrationPage', () => {
  it('says why the migration cannot be shown, and tries again on demand', async () => {
    const getMigration = jest
      .fn()
      .mockRejectedValueOnce(new Error('There is no migration m1'))
      .mockResolvedValue(migration);
    renderPlansAt(path, apiWith({ getMigration }));
    expect(
      await screen.findByText(/migration could not be loaded: There is no/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByRole('link', { name: 'Plan shop-to-west' }),
    ).toHaveAttribute('href', '/migrations/plans/p1');
  });

  it('shows how long the application was stopped, and that nothing else is known yet', async () => {
    renderPlansAt(path, apiWith());
    expect(await screen.findByRole('timer')).toHaveTextContent('1 min 30 s');
    expect(
      await screen.findByText('No objects were handled yet.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('This migration has run no hooks.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nothing has happened yet.')).toBeInTheDocument();
    // phases and volumes are open here though all is well
    expect(screen.getByRole('table', { name: 'Phases' })).toBeInTheDocument();
  });

  it('draws the phases over time, and says what goes on now', async () => {
    renderPlansAt(
      path,
      apiWith({
        getMigration: async () => exampleMigration({ type: 'stage' }),
      }),
    );
    expect(
      await screen.findByRole('img', {
        name: /^2 phases in .+, the longest Bulk volume pass with /,
      }),
    ).toBeInTheDocument();
    // in the steps and in the list of phases
    expect(
      screen.getAllByText('Waits for the bulk pass over shop/data'),
    ).toHaveLength(2);
  });

  it('shows in the timeline when the application was stopped', async () => {
    renderPlansAt(path, apiWith());
    expect(
      await screen.findByRole('img', {
        name: /stopped for 1 min 30 s, from 59 s after the start/,
      }),
    ).toBeInTheDocument();
  });

  it('finds an object among many', async () => {
    const items = Array.from({ length: 40 }, (_, index) => ({
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        namespace: 'shop-moved',
        name: `settings-${index}`,
      },
      wave: 2,
      action: 'create' as const,
      state: index === 39 ? ('different' as const) : ('verified' as const),
      differences: index === 39 ? ['/data/key'] : undefined,
    }));
    renderPlansAt(path, apiWith({ listMigrationObjects: async () => items }));
    expect(await screen.findByText('ConfigMap settings-0')).toBeInTheDocument();
    expect(screen.queryByText('ConfigMap settings-39')).not.toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('State'), 'different');
    expect(
      await screen.findByText('ConfigMap settings-39'),
    ).toBeInTheDocument();
    expect(screen.getByText('/data/key')).toBeInTheDocument();
    expect(screen.queryByText('ConfigMap settings-0')).not.toBeInTheDocument();
  });

  it('shows why a hook failed', async () => {
    renderPlansAt(
      path,
      apiWith({
        listHookRuns: async () => [
          {
            id: 'r1',
            hook: 'dump',
            kind: 'http',
            phase: 'preCutover',
            position: 0,
            attempt: 2,
            state: 'failed',
            startedAt: '2026-11-23T17:00:00.000Z',
            endedAt: '2026-11-23T17:00:07.000Z',
            message: 'it answered 500',
          } as never,
        ],
        getHookRunLog: async () => '',
      }),
    );
    const row = await screen.findByRole('row', { name: /dump/ });
    expect(within(row).getByText('it answered 500')).toBeInTheDocument();
    expect(within(row).getByText('7 s')).toBeInTheDocument();
    await userEvent.click(
      within(row).getByRole('button', { name: 'Show log of dump' }),
    );
    expect(
      await screen.findByText('It has written nothing.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('lists the events, the newest first, also by level', async () => {
    renderPlansAt(
      path,
      apiWith({
        listMigrationEvents: async () => [
          {
            id: 1,
            time: '2026-11-23T17:00:00.000Z',
            level: 'info',
            reason: 'Started',
            message: 'it has begun',
          },
          {
            id: 2,
            time: '2026-11-23T17:00:05.000Z',
            level: 'warning',
            reason: 'Slow',
            message: 'it is slow',
          },
        ],
      }),
    );
    const table = await screen.findByRole('table', { name: 'Events' });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('it is slow');
    expect(rows[2]).toHaveTextContent('it has begun');
    await userEvent.selectOptions(screen.getByLabelText('Level'), 'warning');
    expect(screen.queryByText('it has begun')).not.toBeInTheDocument();
  });
});
