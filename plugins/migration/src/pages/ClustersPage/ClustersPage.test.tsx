/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleCluster } from '../../testing/examples';
import { renderWithApi } from '../../testing/renderWithApi';
import { ClustersPage } from './ClustersPage';

const east = {
  ...exampleCluster('east'),
  title: 'The east',
  connection: { kind: 'serviceAccount' as const, server: 'https://east:6443' },
  options: { moverImage: 'mover:local' },
  status: {
    connected: true,
    version: 'v1.20.2',
    nodes: 3,
    capacity: { cpu: 11.5, memoryBytes: 48 * 2 ** 30 },
    checkedAt: '2026-11-30T06:00:00.000Z',
    storageClasses: [
      { name: 'fast', provisioner: 'csi', isDefault: true },
      { name: 'slow', provisioner: 'csi', isDefault: false },
    ],
    conditions: [],
  },
};
const broken = {
  ...exampleCluster('west'),
  status: {
    connected: false,
    storageClasses: [],
    conditions: [
      {
        type: 'CredentialsRejected',
        category: 'Critical' as const,
        message: 'The token is wrong or has expired: give a new one.',
      },
    ],
  },
};
// roles are slow to find in a table; labels and texts are not
const rowOf = async (text: string) =>
  within((await screen.findByText(text)).closest('tr')!);
const press = (name: string) =>
  userEvent.click(
    screen.queryByLabelText(name) ?? screen.getAllByText(name).pop()!,
  );

jest.setTimeout(60_000);

describe('ClustersPage', () => {
  it('says what failed, tries again, and says what to do first', async () => {
    let answer: () => Promise<any[]> = async () => {
      throw new Error('the database is away');
    };
    renderWithApi(<ClustersPage />, { listClusters: () => answer() });
    expect(
      await screen.findByText(
        /clusters could not be loaded: the database is away/,
      ),
    ).toBeVisible();
    answer = async () => [];
    await press('Retry');
    expect(await screen.findByText('No clusters are registered')).toBeVisible();
    expect(
      screen.getByText('Register cluster').closest('button'),
    ).toBeEnabled();
    expect(
      screen.getByText('Rights for a new cluster').closest('button'),
    ).toBeEnabled();
  });

  it('is busy until the clusters are there', async () => {
    renderWithApi(<ClustersPage />, {
      listClusters: () => new Promise(() => {}),
    });
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
  });

  it('shows health, version, nodes, capacity, classes, and the conditions below', async () => {
    renderWithApi(<ClustersPage />, {
      listClusters: async () => [east, broken],
    });
    const first = await rowOf('The east');
    for (const text of [
      'Connected',
      'v1.20.2',
      '3',
      '11.5 CPUs, 48 GiB',
      'fast (default)',
      'slow',
      'https://east:6443',
    ]) {
      expect(first.getByText(text)).toBeVisible();
    }
    expect((await rowOf('west')).getByText('Not connected')).toBeVisible();
    expect((await rowOf('west')).getByText('never')).toBeVisible();
    expect(
      screen.getByText('The token is wrong or has expired: give a new one.'),
    ).toBeVisible();
  });

  it('finds by name, and pages through many', async () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      exampleCluster(`cluster-${String(n).padStart(3, '0')}`),
    );
    renderWithApi(<ClustersPage />, { listClusters: async () => many });
    await screen.findByText('cluster-000');
    expect(screen.getAllByText(/^cluster-/)).toHaveLength(50);
    await press('Next page');
    await screen.findByText('cluster-050');
    const filter = screen.getByLabelText('Filter by name');
    await userEvent.type(filter, '119');
    await screen.findByText('cluster-119');
    expect(screen.getAllByText(/^cluster-/)).toHaveLength(1);
    await userEvent.type(filter, 'x');
    expect(
      await screen.findByText('Nothing has “119x” in its name.'),
    ).toBeVisible();
    await press('Show all');
    await screen.findByText('cluster-000');
  });

  it('tests a cluster, and shows a test that could not be made', async () => {
    const testCluster = jest
      .fn()
      .mockRejectedValueOnce(new Error('the portal is away'))
      .mockResolvedValue(east);
    const listClusters = jest.fn(async () => [east]);
    renderWithApi(<ClustersPage />, { listClusters, testCluster });
    await rowOf('The east');
    await press('Test east');
    expect(await screen.findByText('the portal is away')).toBeVisible();
    await press('Test east');
    await waitFor(() => expect(listClusters).toHaveBeenCalledTimes(2));
    expect(testCluster).toHaveBeenCalledWith('east');
    expect(screen.queryByText('the portal is away')).not.toBeInTheDocument();
  });

  it('says what uses a cluster that cannot be removed', async () => {
    const deleteCluster = jest
      .fn()
      .mockRejectedValueOnce(
        new Error('Cluster east is used by plans shop; delete them first'),
      )
      .mockResolvedValue(undefined);
    renderWithApi(<ClustersPage />, {
      listClusters: async () => [east],
      deleteCluster,
    });
    await rowOf('The east');
    await press('Remove east');
    await press('Remove');
    expect(
      await screen.findByText(
        'Cluster east is used by plans shop; delete them first',
      ),
    ).toBeVisible();
    await press('Remove');
    await waitFor(() =>
      expect(document.querySelector('[role=dialog]')).not.toBeInTheDocument(),
    );
  });

  it('registers by a token, with the error at its field', async () => {
    const registerCluster = jest
      .fn()
      .mockRejectedValueOnce(
        new Error('connection.token is missing: give a service account token'),
      )
      .mockResolvedValue(east);
    renderWithApi(<ClustersPage />, {
      listClusters: async () => [],
      registerCluster,
    });
    await userEvent.click(await screen.findByText('Register cluster'));
    const submit = screen.getByText('Test and register').closest('button')!;
    expect(submit).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Name'), 'east');
    await userEvent.click(screen.getByLabelText(/^Connection/));
    await userEvent.click(screen.getByText('Service account token'));
    await userEvent.type(
      screen.getByLabelText('API server'),
      'https://east:6443',
    );
    await userEvent.type(screen.getByLabelText('Token'), 'T');
    await userEvent.click(submit);
    expect(
      await screen.findByText('Is missing: give a service account token'),
    ).toBeVisible();
    await userEvent.type(screen.getByLabelText('Token'), 'OKEN{Enter}');
    await waitFor(() =>
      expect(document.querySelector('[role=dialog]')).not.toBeInTheDocument(),
    );
    expect(registerCluster).toHaveBeenLastCalledWith({
      name: 'east',
      title: '',
      connection: {
        kind: 'serviceAccount',
        server: 'https://east:6443',
        token: 'TOKEN',
      },
      options: {},
    });
  });

  it('changes a cluster without its token', async () => {
    const updateCluster = jest.fn(async () => east);
    renderWithApi(<ClustersPage />, {
      listClusters: async () => [east],
      updateCluster,
    });
    await rowOf('The east');
    await press('Edit east');
    expect(screen.getByLabelText('Name')).toBeDisabled();
    expect(screen.getByLabelText('Token')).toHaveValue('');
    await press('Options');
    const image = await screen.findByLabelText('Mover image');
    await userEvent.clear(image);
    await userEvent.type(image, 'mover:2');
    await press('Test and save');
    await waitFor(() =>
      expect(document.querySelector('[role=dialog]')).not.toBeInTheDocument(),
    );
    expect(updateCluster).toHaveBeenCalledWith('east', {
      name: 'east',
      title: 'The east',
      connection: { kind: 'serviceAccount', server: 'https://east:6443' },
      options: { moverImage: 'mover:2' },
    });
  });

  it('shows the rights to apply, for either role', async () => {
    const getRbacManifest = jest.fn(async (role: string) => `# of a ${role}`);
    renderWithApi(<ClustersPage />, {
      listClusters: async () => [],
      getRbacManifest,
    });
    await userEvent.click(await screen.findByText('Rights for a new cluster'));
    expect(await screen.findByText('# of a source')).toBeVisible();
    await userEvent.click(screen.getByLabelText(/^The cluster is/));
    await userEvent.click(screen.getByText(/^a destination/));
    expect(await screen.findByText('# of a destination')).toBeVisible();
    expect(
      screen.getByText(
        /kubectl apply -f namespace-migration-destination\.yaml/,
      ),
    ).toBeVisible();
    expect(screen.getByText('Download').closest('a')).toHaveAttribute(
      'download',
      'namespace-migration-destination.yaml',
    );
  });
});
