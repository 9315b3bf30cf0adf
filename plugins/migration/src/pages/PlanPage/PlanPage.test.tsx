/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MigrationApi,
  Preview,
  PreviewedObject,
} from '@namespace-migration/plugin-migration-common';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleMigration, examplePlan } from '../../testing/examples';
import { renderPlansAt } from '../../testing/renderPage';

const notFound = Object.assign(new Error('not found'), { statusCode: 404 });
const preview: Preview = {
  state: 'completed',
  planHash: '2b6f8f1c',
  current: true,
  startedAt: '2026-11-23T16:30:00.000Z',
  endedAt: '2026-11-23T16:31:00.000Z',
  progress: { objects: 2 },
  counts: {
    objects: 2,
    create: 0,
    change: 1,
    unchanged: 0,
    adopt: 0,
    replace: 0,
    skip: 0,
    refused: 1,
    notTried: 0,
    warnings: 0,
  },
  conditions: [],
};
const objects: PreviewedObject[] = [
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      namespace: 'shop-moved',
      name: 'web',
    },
    action: 'adopt',
    wave: 3,
    outcome: 'change',
    diff: [{ path: '/spec/type', op: 'replace', before: 'A', after: 'B' }],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'shop-moved',
      name: 'old',
    },
    action: 'create',
    wave: 4,
    outcome: 'refused',
    message: 'exceeded quota: pods',
    diff: [],
  },
];

function apiWith(over: Partial<MigrationApi>): Partial<MigrationApi> {
  return {
    listClusters: async () => [],
    getPlan: async () => examplePlan(),
    getPreview: async () => {
      throw notFound;
    },
    getAnalytics: async () => {
      throw notFound;
    },
    listMigrations: async () => [],
    ...over,
  };
}

// these are whole pages, and the machines of continuous integration are slow
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

describe('PlanPage', () => {
  it('says why the plan cannot be shown, and tries again on demand', async () => {
    const getPlan = jest
      .fn()
      .mockRejectedValueOnce(new Error('There is no plan p1'))
      .mockResolvedValue(examplePlan());
    renderPlansAt('/p1', apiWith({ getPlan }));
    expect(
      await screen.findByText(/plan could not be loaded: There is no plan/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('shop-to-west')).toBeInTheDocument();
  });

  it('shows conditions, checks and hooks, and offers the actions', async () => {
    const plan = examplePlan({
      conditions: [
        { type: 'QuotaTooSmall', category: 'Warn', message: 'Too small. Do.' },
      ],
      checks: [
        {
          name: 'Quotas',
          title: 'Quotas hold what comes',
          outcome: 'found',
          conditions: 1,
          seconds: 0.25,
        },
      ],
      hooks: [
        { hook: 'dump', phase: 'preCutover', cluster: 'source' },
      ] as never,
    });
    renderPlansAt('/p1', apiWith({ getPlan: async () => plan }));
    expect(await screen.findByText('Too small. Do.')).toBeInTheDocument();
    const check = screen.getByRole('row', { name: /Quotas hold/ });
    expect(within(check).getByText('Found something')).toBeInTheDocument();
    expect(within(check).getByText('250 ms')).toBeInTheDocument();
    const hook = screen.getByRole('row', { name: /dump/ });
    expect(within(hook).getByText('east')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Stage' })).toBeEnabled();
    expect(screen.getByRole('link', { name: 'All plans' })).toHaveAttribute(
      'href',
      '/migrations/plans',
    );
  });

  it('makes a preview and shows what it found, object by object', async () => {
    let made = false;
    const startPreview = jest.fn(async () => {
      made = true;
      return preview;
    });
    const listPreviewedObjects = jest.fn<
      ReturnType<MigrationApi['listPreviewedObjects']>,
      Parameters<MigrationApi['listPreviewedObjects']>
    >(async (_, query) => {
      const items = objects.filter(
        ({ outcome }) => !query?.outcome || outcome === query.outcome,
      );
      return { items, totalItems: items.length };
    });
    renderPlansAt(
      '/p1',
      apiWith({
        startPreview,
        listPreviewedObjects,
        getPreview: async () => {
          if (!made) {
            throw notFound;
          }
          return preview;
        },
      }),
    );
    expect(
      await screen.findByText(/There is no preview of this plan yet/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Make preview' }));
    expect(startPreview).toHaveBeenCalledWith('p1');

    expect(await screen.findByText('exceeded quota: pods')).toBeInTheDocument();
    expect(screen.queryByText('/spec/type')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 1 change' }),
    );
    const diff = within(
      screen.getByRole('list', { name: 'Changes to Service web' }),
    );
    expect(diff.getByText('/spec/type')).toBeInTheDocument();
    expect(diff.getByText('- A')).toBeInTheDocument();
    expect(diff.getByText('+ B')).toBeInTheDocument();

    await userEvent.selectOptions(screen.getByLabelText('Outcome'), 'refused');
    await waitFor(() =>
      expect(screen.queryByText('Service web')).not.toBeInTheDocument(),
    );
    expect(await screen.findByText('Pod old')).toBeInTheDocument();
    expect(screen.getByLabelText('where')).toHaveTextContent(
      '?outcome=refused',
    );
  });

  it('says that a preview is of an older plan', async () => {
    renderPlansAt(
      '/p1',
      apiWith({
        getPreview: async () => ({ ...preview, current: false }),
        listPreviewedObjects: async () => ({ items: [], totalItems: 0 }),
      }),
    );
    expect(
      await screen.findByText(/plan was changed since this preview/),
    ).toBeInTheDocument();
  });

  it('leads to the page of a migration', async () => {
    const last = exampleMigration({
      state: 'Completed',
      endedAt: '2026-11-23T17:05:00.000Z',
    });
    renderPlansAt(
      '/p1',
      apiWith({
        getPlan: async () => examplePlan({ lastMigration: last }),
        listMigrations: async () => [last],
      }),
    );
    expect(
      await screen.findByRole('link', { name: /of this migration/ }),
    ).toHaveAttribute('href', '/migrations/plans/p1/migrations/m1');
  });
});
