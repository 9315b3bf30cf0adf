/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationApi } from '@namespace-migration/plugin-migration-common';
import {
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleMigration, examplePlan } from '../../testing/examples';
import { renderPlansAt } from '../../testing/renderPage';

// in jsdom nothing has a size, and the list of a log's lines shows none then
jest.mock('react-virtualized-auto-sizer', () => ({
  __esModule: true,
  default: ({ children }: any) => children({ width: 400, height: 400 }),
}));

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
    listMigrationPods: async () => ({ items: [] }),
    listMigrationResources: async () => [],
    listMigrations: async () => [],
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

  const runningPod = {
    cluster: 'east',
    namespace: 'shop',
    name: 'sender-data-1',
    component: 'sender',
    volume: 'data',
    phase: 'Running',
    containers: [{ name: 'mover', restarts: 3, state: 'running' as const }],
  };

  it('follows the log of a mover, and shows its times on demand', async () => {
    const getMigrationPodLog = jest
      .fn()
      .mockResolvedValueOnce('2026-11-23T17:00:01.5Z one\n')
      .mockResolvedValue(
        '2026-11-23T17:00:01.5Z one\n2026-11-23T17:00:02Z two\n',
      );
    renderPlansAt(
      path,
      apiWith({
        listMigrationPods: async () => ({ items: [runningPod] }),
        getMigrationPodLog,
      }),
    );
    const row = await screen.findByRole('row', { name: /sender-data-1/ });
    expect(row).toHaveTextContent('east / shop / sender-data-1');
    await userEvent.click(
      within(row).getByRole('button', { name: 'Show log of sender-data-1' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Log of east / shop / sender-data-1',
    });
    await waitFor(() => expect(within(dialog).getByText('one')).toBeVisible());
    // the next piece repeats the first line
    await waitFor(() => {
      expect(within(dialog).getByText('two')).toBeVisible();
      expect(within(dialog).getAllByText('one')).toHaveLength(1);
    });
    expect(getMigrationPodLog).toHaveBeenNthCalledWith(
      2,
      'm1',
      { cluster: 'east', namespace: 'shop', name: 'sender-data-1' },
      expect.objectContaining({
        container: 'mover',
        sinceTime: '2026-11-23T17:00:01.5Z',
      }),
    );
    expect(
      within(dialog).getByRole('button', {
        name: 'Show only lines that match',
      }),
    ).toBeInTheDocument();
    await userEvent.click(within(dialog).getByLabelText('Times'));
    await waitFor(() =>
      expect(
        within(dialog).getByText('2026-11-23T17:00:02Z two'),
      ).toBeVisible(),
    );
    await userEvent.click(within(dialog).getByLabelText('Follow'));
    const asked = getMigrationPodLog.mock.calls.length;
    await new Promise(resolve => setTimeout(resolve, 2_500));
    // at most the one that was on its way
    expect(getMigrationPodLog.mock.calls.length).toBeLessThanOrEqual(asked + 1);
  });

  it('says why a log cannot be read, and which cluster tells no pods', async () => {
    renderPlansAt(
      path,
      apiWith({
        listMigrationPods: async () => ({
          items: [runningPod],
          failed: [{ cluster: 'west', message: 'it timed out' }],
        }),
        getMigrationPodLog: async () => {
          throw new Error('There is no pod shop/sender-data-1');
        },
      }),
    );
    expect(
      await screen.findByText(
        'Cluster west did not tell its pods: it timed out',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show log of sender-data-1' }),
    );
    expect(
      await screen.findByText(/could not be loaded: There is no pod shop/),
    ).toBeInTheDocument();
  });

  it('has a command for everything that was created, however much it is', async () => {
    const long = `a-${'x'.repeat(200)}`;
    const objects = Array.from({ length: 60 }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      namespace: 'shop-moved',
      name: index === 0 ? long : `settings-${index}`,
      group: 'object' as const,
      state: 'verified' as const,
    }));
    renderPlansAt(
      path,
      apiWith({
        listMigrationResources: async () => [
          {
            cluster: 'east',
            side: 'source',
            resources: [],
            truncated: false,
            error: 'east did not answer',
          },
          {
            cluster: 'west',
            side: 'destination',
            truncated: false,
            resources: [
              ...objects,
              {
                apiVersion: 'v1',
                kind: 'Pod',
                namespace: 'shop-moved',
                name: 'receiver-data',
                group: 'helper',
                component: 'receiver',
                volume: 'data',
                status: 'Running',
              },
            ],
          },
        ],
      }),
    );
    expect(
      await screen.findByText(
        'Helpers could not be looked for: east did not answer',
      ),
    ).toBeInTheDocument();
    // closed branches hold nothing yet
    expect(screen.queryByText('ConfigMap (60)')).not.toBeInTheDocument();
    const open = async (name: string) => {
      const summary = await screen.findByText(name);
      // jsdom toggles details, but tells nobody
      const details = summary.closest('details')!;
      details.open = true;
      fireEvent(details, new Event('toggle'));
    };
    await open('Namespace shop-moved (61)');
    expect(
      await screen.findByText(
        'kubectl --context west -n shop-moved get pods,services,secrets -l namespace-migration.io/migration=m1',
      ),
    ).toBeInTheDocument();
    await open('ConfigMap (60)');
    expect(
      await screen.findByText(
        `kubectl --context west -n shop-moved get configmap/${long}`,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: `Copy the command for ${long}`,
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show 10 more' }));
    expect(screen.getByText('settings-59')).toBeInTheDocument();
    await open('Pod, helpers (1)');
    expect(
      await screen.findByText('· Receiver of data, Running', { exact: false }),
    ).toBeInTheDocument();
  });

  it('compares with the earlier runs of the plan', async () => {
    const earlier = exampleMigration({
      id: 'm0',
      type: 'cutover',
      state: 'Failed',
      createdAt: '2026-11-23T16:00:00.000Z',
      startedAt: '2026-11-23T16:00:00.000Z',
      endedAt: '2026-11-23T16:02:00.000Z',
      phases: [],
      volumes: [],
    });
    renderPlansAt(
      path,
      apiWith({ listMigrations: async () => [migration, earlier] }),
    );
    const table = await screen.findByRole('table', {
      name: 'Compared with earlier runs',
    });
    expect(within(table).getByRole('link')).toHaveAttribute(
      'href',
      '/migrations/plans/p1/migrations/m0',
    );
    expect(
      within(table).getByRole('row', { name: 'Duration 2 min 4 min 59 s' }),
    ).toBeInTheDocument();
    expect(
      within(table).getByRole('row', {
        name: 'Application stopped 1 min 30 s',
      }),
    ).toBeInTheDocument();
  });

  it('downloads the diagnostics, and says why it cannot', async () => {
    const getMigrationDiagnostics = jest
      .fn()
      .mockRejectedValueOnce(new Error('you may not'))
      .mockResolvedValue({ migration: { id: 'm1' } });
    const createObjectURL = jest.fn(() => 'blob:x');
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    renderPlansAt(path, apiWith({ getMigrationDiagnostics }));
    const button = await screen.findByRole('button', {
      name: 'Download diagnostics',
    });
    await userEvent.click(button);
    expect(
      await screen.findByText(
        'The diagnostics could not be gathered: you may not',
      ),
    ).toBeInTheDocument();
    expect(createObjectURL).not.toHaveBeenCalled();
    await userEvent.click(button);
    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe(
      'migration-m1.json',
    );
    click.mockRestore();
  });

  it('shows each part that was denied with its reason, and the others', async () => {
    const denied = async () => {
      throw Object.assign(new Error('Unauthorized: you may not'), {
        name: 'NotAllowedError',
      });
    };
    renderPlansAt(
      path,
      apiWith({
        listMigrationPods: denied,
        listMigrationResources: denied,
        listHookRuns: denied,
        listMigrationObjects: denied,
        listMigrationEvents: denied,
        listMigrations: denied,
      }),
    );
    for (const what of [
      'The pods',
      'What was created',
      'The hooks',
      'The objects',
      'The events',
      'The earlier runs',
    ]) {
      expect(
        await screen.findByText(
          new RegExp(`${what} could not be loaded: Unauthorized: you may not`),
        ),
      ).toBeInTheDocument();
    }
    expect(screen.getByRole('table', { name: 'Phases' })).toBeInTheDocument();
  });
});
