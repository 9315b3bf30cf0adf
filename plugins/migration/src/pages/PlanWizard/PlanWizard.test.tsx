/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MigrationApi,
  NamespaceSummary,
} from '@namespace-migration/plugin-migration-common';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleCluster, examplePlan } from '../../testing/examples';
import { renderPlansAt } from '../../testing/renderPage';
import { emptyDraft } from './planDraft';

const namespaces: NamespaceSummary[] = ['shop', 'web'].map(name => ({
  name,
  phase: 'Active',
  pods: 3,
  runningPods: 2,
  claims: 1,
  services: 4,
}));
const refusal = (message: string) => async () => {
  throw new Error(message);
};
const notFound = Object.assign(new Error('not found'), { statusCode: 404 });

function apiWith(over: Partial<MigrationApi> = {}): Partial<MigrationApi> {
  return {
    listClusters: async () => ['east', 'west'].map(exampleCluster),
    listRepositories: async () => [],
    listNamespaces: async () => namespaces,
    listHooks: async () => [],
    listPlans: async () => ({ items: [], totalItems: 0 }),
    discoverPlan: async () => ({ volumes: [], conditions: [], checks: [] }),
    createDraft: async draft => ({
      id: 'd1',
      createdAt: '',
      updatedAt: '',
      ...draft,
    }),
    updateDraft: async (id, draft) => ({
      id,
      createdAt: '',
      updatedAt: '',
      ...draft,
    }),
    deleteDraft: async () => {},
    startPreview: refusal('no preview'),
    getPreview: async () => {
      throw notFound;
    },
    ...over,
  };
}
const filled =
  '/new?source=east&destination=west&namespaces=shop&entityRef=component:default/shop';
const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name, hidden: true }));
const where = () => screen.getByLabelText('where').textContent;
const step = (name: string) => screen.findByRole('heading', { name });

// these are whole pages, and the machines of continuous integration are slow
jest.setTimeout(240_000);
configure({ asyncUtilTimeout: 15_000 });

describe('PlanWizard', () => {
  it('says why there are no clusters to choose, and how to get some', async () => {
    let clusters: MigrationApi['listClusters'] = refusal('may not');
    renderPlansAt('/new', apiWith({ listClusters: () => clusters() }));
    expect(
      await screen.findByText(/clusters could not be loaded: may not/),
    ).toBeVisible();
    clusters = async () => [];
    await press('Retry');
    expect(await screen.findByText('No clusters are registered')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'To the clusters' }),
    ).toHaveAttribute('href', '/migrations/clusters');
  });

  it('tells what is missing, where, once a step was left', async () => {
    renderPlansAt('/new', apiWith());
    await step('General');
    expect(screen.queryByText('Give the plan a name')).not.toBeInTheDocument();
    await press(/Review/);
    const heading = await step('Review');
    // keyboard and screen reader go on there
    await waitFor(() =>
      expect(heading).toContainElement(document.activeElement as HTMLElement),
    );
    expect(screen.getByText(/Choose at least one namespace/)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Save plan and check' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Go to General' })[0],
    );
    await step('General');
    expect(
      screen.getByLabelText('Name of the plan'),
    ).toHaveAccessibleDescription('Give the plan a name');
    expect(
      screen.getByRole('button', { name: /General has errors/ }),
    ).toHaveAttribute('aria-current', 'step');
  });

  it('makes a plan step by step, keeps a draft on the way, and shows what was found', async () => {
    const createDraft = jest.fn(apiWith().createDraft!);
    const deleteDraft = jest.fn(async () => {});
    const startPreview = jest.fn(refusal('none'));
    const plan = examplePlan({
      conditions: [
        {
          type: 'NamespaceNotFound',
          category: 'Critical',
          field: 'namespaces[0].source',
          message: 'It is gone. Correct its name.',
        },
      ],
    });
    const createPlan = jest.fn(async () => plan);
    renderPlansAt(
      '/new',
      apiWith({
        createDraft,
        deleteDraft,
        startPreview,
        createPlan,
        getPlan: async () => plan,
      }),
    );
    await step('General');
    await userEvent.selectOptions(
      screen.getByLabelText('Source cluster'),
      'east',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Destination cluster'),
      'west',
    );
    await press('Next');
    await step('Namespaces');
    await waitFor(() =>
      expect(where()).toBe('/migrations/plans/new?step=namespaces&draft=d1'),
    );
    const row = within((await screen.findByText('shop')).closest('tr')!);
    expect(row.getByText('2 of 3 run')).toBeVisible();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Choose shop' }),
    );
    await userEvent.type(
      screen.getByLabelText('Name of shop on the destination'),
      'moved',
    );
    await press(/Hooks/);
    await step('Hooks');
    await press('Save and review');
    expect(
      await screen.findByText('It is gone. Correct its name.'),
    ).toBeVisible();
    expect(createPlan).toHaveBeenCalledWith({
      name: 'shop-to-west',
      source: 'east',
      destination: 'west',
      namespaces: [{ source: 'shop', destination: 'moved' }],
    });
    expect(createPlan).toHaveBeenCalledTimes(1);
    expect(createDraft).toHaveBeenCalledTimes(1);
    expect(deleteDraft).toHaveBeenCalledWith('d1');
    expect(startPreview).toHaveBeenCalledWith('p1');
    expect(where()).toBe('/migrations/plans/p1/edit?step=review');
    expect(screen.getByRole('button', { name: 'Done' })).toHaveAttribute(
      'href',
      '/migrations/plans/p1',
    );

    await press('Go to Namespaces');
    expect(
      await screen.findByText('It is gone. Correct its name.'),
    ).toBeVisible();
  });

  it('shows what the server refuses at its field and step', async () => {
    renderPlansAt(
      `${filled}&step=hooks`,
      apiWith({
        createPlan: refusal(
          "namespaces[0].destination: 'Shop' is no legal namespace name",
        ),
      }),
    );
    await step('Hooks');
    await press('Save and review');
    expect(await screen.findByText(/plan was not saved/)).toBeVisible();
    await press(/Namespaces has errors/);
    expect(
      await screen.findByLabelText('Name of shop on the destination'),
    ).toHaveAccessibleDescription("'Shop' is no legal namespace name");
  });

  it('goes on with a draft, and says when it is gone', async () => {
    const input = { ...emptyDraft, name: 'half', source: 'east' };
    let getDraft: MigrationApi['getDraft'] = refusal('There is no draft d7');
    const updateDraft = jest.fn(apiWith().updateDraft!);
    renderPlansAt(
      '/new?draft=d7',
      apiWith({ getDraft: id => getDraft(id), updateDraft }),
    );
    expect(
      (await screen.findAllByText(/There is no draft d7/))[0],
    ).toBeVisible();
    getDraft = async id => ({ id, input, createdAt: '', updatedAt: '' });
    await press('Retry');
    expect(await screen.findByLabelText('Name of the plan')).toHaveValue(
      'half',
    );
    await press('Next');
    await step('Namespaces');
    // nothing was changed
    expect(updateDraft).not.toHaveBeenCalled();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Choose web' }),
    );
    await press('Back');
    await waitFor(() =>
      expect(updateDraft).toHaveBeenCalledWith(
        'd7',
        expect.objectContaining({
          step: 'general',
          input: expect.objectContaining({
            namespaces: [{ source: 'web', destination: '' }],
          }),
        }),
      ),
    );
  });

  it('says when a draft could not be kept, and goes on', async () => {
    renderPlansAt(
      filled,
      apiWith({ createDraft: refusal('You have 50 drafts of plans') }),
    );
    await step('General');
    await userEvent.type(screen.getByLabelText('Description'), 'x');
    await press('Next');
    await step('Namespaces');
    expect(
      await screen.findByText(/draft could not be kept: You have 50 drafts/),
    ).toBeVisible();
  });

  it('keeps what is typed though no step is left, also after a failure', async () => {
    const createDraft = jest.fn(apiWith().createDraft!);
    createDraft.mockImplementationOnce(refusal('the database is away'));
    const api = apiWith({ createDraft });
    const { unmount } = renderPlansAt(filled, api);
    await step('General');
    const type = (text: string) =>
      userEvent.type(screen.getByLabelText('Description'), text);
    await type('x');
    expect(
      await screen.findByText(/draft could not be kept: the database is away/),
    ).toBeVisible();
    await type('y');
    await waitFor(() => expect(where()).toContain('draft=d1'));
    expect(screen.queryByText(/draft could not be kept/)).toBeNull();
    const at = where()!.replace('/migrations/plans', '');
    unmount();

    // as another theme does
    const [kept] = createDraft.mock.calls[createDraft.mock.calls.length - 1];
    const getDraft = jest.fn(async (id: string) => ({
      ...kept,
      id,
      createdAt: '',
      updatedAt: '',
    }));
    renderPlansAt(at, { ...api, getDraft });
    expect(await screen.findByLabelText('Description')).toHaveValue('xy');
    expect(getDraft).toHaveBeenCalledWith('d1');
  });

  it('edits a plan without losing what no step shows', async () => {
    const plan = examplePlan({
      type: 'full',
      description: 'old',
      objects: {
        uidRange: 'assign',
        includedObjects: [{ kind: 'A', name: 'b' }],
      },
      existing: [{ kind: 'Secret', name: 'x', action: 'skip' }],
      options: { healthDeadlineSeconds: 77 },
    });
    const updatePlan = jest.fn(async () => plan);
    renderPlansAt(
      '/p1/edit',
      apiWith({ getPlan: async () => plan, updatePlan }),
    );
    const description = await screen.findByLabelText('Description');
    await userEvent.clear(description);
    await userEvent.type(description, 'new');
    await press(/Review/);
    await waitFor(() =>
      expect(updatePlan).toHaveBeenCalledWith('p1', {
        name: plan.name,
        type: 'full',
        description: 'new',
        source: 'east',
        destination: 'west',
        entityRef: plan.entityRef,
        namespaces: plan.namespaces,
        objects: plan.objects,
        existing: plan.existing,
        options: plan.options,
      }),
    );
  });

  it('takes namespaces by name when the account may not list them', async () => {
    renderPlansAt(
      '/new?source=east&step=namespaces',
      apiWith({ listNamespaces: refusal('may not list namespaces') }),
    );
    expect(
      await screen.findByText(
        /namespaces of east could not be loaded: may not/,
      ),
    ).toBeVisible();
    await userEvent.type(
      screen.getByLabelText('Namespace to add by its name'),
      'hidden{Enter}',
    );
    expect(
      await screen.findByLabelText('Name of hidden on the destination'),
    ).toBeVisible();
  });

  it('holds many namespaces and long names', async () => {
    const long = 'n'.repeat(63);
    const many = Array.from({ length: 300 }, (_, index) => ({
      name: `ns-${String(index).padStart(3, '0')}`,
      phase: 'Active',
    }));
    renderPlansAt(
      `/new?source=east&step=namespaces&namespaces=${long}`,
      apiWith({ listNamespaces: async () => many }),
    );
    expect(await screen.findByText(long)).toBeVisible();
    expect(screen.getByText('not found on east')).toBeVisible();
    // the heading's, and those of the first page
    expect(screen.getAllByRole('row')).toHaveLength(26);
    expect(screen.getAllByText('unknown').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('Search'), 'ns-299');
    expect(await screen.findByText('ns-299')).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  });
});
