/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationApi } from '@namespace-migration/plugin-migration-common';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  exampleCluster,
  examplePlan,
  exampleWave,
} from '../../testing/examples';
import { renderPlansAt } from '../../testing/renderPage';

const listClusters = async () => ['east', 'west'].map(exampleCluster);
const where = () => screen.getByLabelText('where').textContent;

/** Answers from 60 plans, as the server pages them. */
function manyPlans() {
  return jest.fn<
    ReturnType<MigrationApi['listPlans']>,
    Parameters<MigrationApi['listPlans']>
  >(async query => {
    const { offset = 0, limit = 100, search } = query ?? {};
    const all = Array.from({ length: 60 }, (_, index) =>
      examplePlan({ id: `p${index}`, name: `plan-${index}` }),
    ).filter(({ name }) => name.includes(search ?? ''));
    return {
      items: all.slice(offset, offset + limit),
      totalItems: all.length,
    };
  });
}

// these are whole pages, and the machines of continuous integration are slow
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

describe('PlansPage', () => {
  it('says how to make the first plan', async () => {
    renderPlansAt('', {
      listClusters,
      listPlans: async () => ({ items: [], totalItems: 0 }),
    });
    expect(
      await screen.findByText('There are no plans yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/annotation namespace-migration.io\/namespaces/),
    ).toBeInTheDocument();
  });

  it('says why there is nothing to see, and tries again on demand', async () => {
    const listPlans = jest
      .fn()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue({ items: [examplePlan()], totalItems: 1 });
    renderPlansAt('', { listClusters, listPlans });
    expect(
      await screen.findByText(/plans could not be loaded: the database/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByRole('link', { name: 'shop-to-west' }),
    ).toHaveAttribute('href', '/migrations/plans/p1');
  });

  it('asks the server for what the URL says', async () => {
    const listPlans = manyPlans();
    renderPlansAt(
      '?state=Ready&type=state&cluster=east&createdBy=user%3Adefault%2Fann&sort=name&order=asc&page=2&size=50',
      { listClusters, listPlans },
    );
    expect(await screen.findByText('Plans (60)')).toBeInTheDocument();
    expect(listPlans).toHaveBeenCalledWith(
      expect.objectContaining({
        state: 'Ready',
        type: 'state',
        cluster: 'east',
        createdBy: 'user:default/ann',
        sort: 'name',
        order: 'asc',
        limit: 50,
        offset: 50,
      }),
    );
    expect(screen.getByLabelText('State')).toHaveValue('Ready');
    expect(screen.getByLabelText('Owner')).toHaveValue('user:default/ann');
    expect(screen.getByRole('columnheader', { name: /Plan/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('puts search, order and page into the URL, and begins at the first page again', async () => {
    const listPlans = manyPlans();
    renderPlansAt('', { listClusters, listPlans });
    await screen.findByText('Plans (60)');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(where()).toBe('/migrations/plans?page=2'));
    expect(await screen.findByText('plan-25')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Source' }));
    await waitFor(() =>
      expect(where()).toBe('/migrations/plans?sort=source&order=asc'),
    );

    await userEvent.type(screen.getByLabelText('Search'), 'plan-59');
    expect(await screen.findByText('Plans (1)')).toBeInTheDocument();
    expect(where()).toContain('search=plan-59');
    expect(listPlans).not.toHaveBeenCalledWith(
      expect.objectContaining({ search: 'p' }),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('Plans (60)')).toBeInTheDocument();
    expect(screen.getByLabelText('Search')).toHaveValue('');
  });

  it('tells that no plan matches', async () => {
    renderPlansAt('?search=nothing', { listClusters, listPlans: manyPlans() });
    expect(
      await screen.findByText('No plan matches these filters'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Search')).toHaveValue('nothing');
  });

  it('shows a plan with a link to its entity, and opens it by its row', async () => {
    const plan = examplePlan({
      state: 'Staged',
      namespaces: ['a', 'b', 'c', 'd', 'e'].map(source => ({ source })),
      createdBy: 'user:default/guest',
    });
    renderPlansAt('', {
      listClusters,
      listPlans: async () => ({ items: [plan], totalItems: 1 }),
      getPlan: () => new Promise(() => {}),
      getPreview: () => new Promise(() => {}),
    });
    const row = await screen.findByRole('row', { name: /shop-to-west/ });
    expect(within(row).getByText('Staged')).toBeInTheDocument();
    expect(within(row).getByText('a, b, c and 2 more')).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: /^shop$/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/shop',
    );
    expect(within(row).getByRole('link', { name: /guest/ })).toHaveAttribute(
      'href',
      '/catalog/default/user/guest',
    );
    await userEvent.click(within(row).getByText('Staged'));
    await waitFor(() => expect(where()).toBe('/migrations/plans/p1'));
  });

  describe('with selected plans', () => {
    const three = [
      examplePlan({ id: 'a', name: 'cart', entityRef: undefined }),
      examplePlan({ id: 'b', name: 'shop' }),
      examplePlan({
        id: 'c',
        name: 'mail',
        namespaces: [{ source: 'mail' }, { source: 'mail-db' }],
        actions: [{ type: 'cutover', allowed: false, reason: 'a stage runs' }],
      }),
    ];
    const listPlans = async () => ({ items: three, totalItems: 3 });
    const tick = async (name: string) =>
      userEvent.click(await screen.findByRole('checkbox', { name }));

    it('starts a wave in the chosen order and opens it', async () => {
      const createWave = jest.fn(async () => exampleWave([], { id: 'w7' }));
      renderPlansAt('', { listClusters, listPlans, createWave });
      await tick('Select all plans of this page');
      expect(screen.getByText('3 selected')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Stage' }));
      const dialog = within(
        screen.getByRole('dialog', { name: 'Stage 3 plans' }),
      );
      await userEvent.click(
        dialog.getByRole('button', { name: 'Leave out mail' }),
      );
      await userEvent.click(
        dialog.getByRole('button', { name: 'Move shop up' }),
      );
      await userEvent.selectOptions(
        dialog.getByLabelText('cart starts only after'),
        'shop',
      );
      await userEvent.clear(dialog.getByLabelText('At once'));
      expect(dialog.getByRole('button', { name: 'Stage' })).toBeDisabled();
      await userEvent.type(dialog.getByLabelText('At once'), '7');
      await userEvent.click(dialog.getByRole('button', { name: 'Stage' }));
      await waitFor(() => expect(where()).toBe('/migrations/waves/w7'));
      expect(createWave).toHaveBeenCalledWith({
        name: undefined,
        type: 'stage',
        concurrency: 7,
        onFailure: 'stop',
        plans: [
          { planId: 'b', after: undefined },
          { planId: 'a', after: ['b'] },
        ],
      });
    });

    it('cuts over only after a person has seen what stops, and shows what the server says', async () => {
      const createWave = jest.fn(async () => {
        throw new Error('plans[0].planId: there is no plan a');
      });
      renderPlansAt('', { listClusters, listPlans, createWave });
      await tick('Select cart');
      await tick('Select mail');
      expect(where()).toBe('/migrations/plans');
      await userEvent.click(screen.getByRole('button', { name: 'Cut over' }));
      const dialog = within(screen.getByRole('dialog'));
      expect(dialog.getByText(/mail, mail-db on east/)).toBeInTheDocument();
      expect(
        dialog.getByText(/Not possible now: a stage runs/),
      ).toBeInTheDocument();
      const start = dialog.getByRole('button', {
        name: 'Stop the applications and cut over',
      });
      expect(start).toBeDisabled();
      await userEvent.click(dialog.getByRole('checkbox'));
      await userEvent.click(start);
      expect(await dialog.findByText(/there is no plan a/)).toBeInTheDocument();
      await userEvent.click(dialog.getByRole('button', { name: 'Back' }));
      await userEvent.click(
        await screen.findByRole('button', { name: 'Clear selection' }),
      );
      expect(screen.getByText(/^Select plans to stage/)).toBeInTheDocument();
    });
  });

  it('lists half-made plans, to go on with or to delete', async () => {
    let drafts = [1, 2, 3, 4].map(n => ({
      id: `d${n}`,
      name: n === 2 ? undefined : `draft-${n}`,
      planId: n === 3 ? 'p1' : undefined,
      step: 'volumes',
      createdAt: '2026-11-30T10:00:00.000Z',
      updatedAt: '2026-11-30T10:00:00.000Z',
    }));
    const deleteDraft = jest.fn(async (id: string) => {
      drafts = drafts.filter(draft => draft.id !== id);
    });
    renderPlansAt('', {
      listClusters,
      listPlans: async () => ({ items: [], totalItems: 0 }),
      listDrafts: async () => drafts,
      deleteDraft,
    });
    expect(
      await screen.findByRole('link', { name: 'Resume draft-1' }),
    ).toHaveAttribute('href', '/migrations/plans/new?draft=d1&step=volumes');
    expect(
      screen.getByRole('link', { name: 'Resume draft-3' }),
    ).toHaveAttribute(
      'href',
      '/migrations/plans/p1/edit?draft=d3&step=volumes',
    );
    expect(screen.queryByText('draft-4')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show all 4' }));
    expect(screen.getByText('draft-4')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Delete the draft without a name' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('without a name')).not.toBeInTheDocument(),
    );
    expect(deleteDraft).toHaveBeenCalledWith('d2');
    expect(screen.getByRole('button', { name: 'New plan' })).toHaveAttribute(
      'href',
      '/migrations/plans/new',
    );
  });
});
