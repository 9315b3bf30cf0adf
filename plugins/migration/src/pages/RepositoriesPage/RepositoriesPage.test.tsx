/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Repository } from '@namespace-migration/plugin-migration-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithApi } from '../../testing/renderWithApi';
import { RepositoriesPage } from './RepositoriesPage';

const repository: Repository = {
  name: 'store',
  title: 'The store',
  location: {
    provider: 's3',
    bucket: 'moves',
    prefix: 'shop',
    endpoint: 'https://s3.example.org',
    accessKeyId: 'ID',
  },
  status: {
    connected: false,
    conditions: [
      {
        type: 'RepositoryUnreachable',
        category: 'Critical',
        message: 'The bucket does not answer. Start it.',
      },
    ],
  },
};
const press = (name: string) =>
  userEvent.click(
    screen.queryByLabelText(name) ?? screen.getAllByText(name).pop()!,
  );
const closed = () =>
  waitFor(() =>
    expect(document.querySelector('[role=dialog]')).not.toBeInTheDocument(),
  );

jest.setTimeout(60_000);

describe('RepositoriesPage', () => {
  it('says what failed, tries again, and says what a repository is for', async () => {
    let answer: () => Promise<Repository[]> = async () => {
      throw new Error('the database is away');
    };
    renderWithApi(<RepositoriesPage />, { listRepositories: () => answer() });
    expect(
      await screen.findByText(
        /repositories could not be loaded: the database is away/,
      ),
    ).toBeVisible();
    answer = async () => [];
    await press('Retry');
    expect(
      await screen.findByText('No repositories are registered'),
    ).toBeVisible();
  });

  it('shows place and health, and tests again', async () => {
    let status = repository.status;
    const testRepository = jest.fn(async () => {
      status = {
        connected: true,
        checkedAt: '2026-11-30T06:00:00.000Z',
        conditions: [],
      };
      return repository;
    });
    renderWithApi(<RepositoriesPage />, {
      listRepositories: async () => [{ ...repository, status }],
      testRepository,
    });
    const row = within((await screen.findByText('The store')).closest('tr')!);
    for (const text of [
      'store',
      'Not connected',
      'S3 and compatible',
      'https://s3.example.org/moves/shop',
    ]) {
      expect(row.getByText(text)).toBeVisible();
    }
    expect(
      screen.getByText('The bucket does not answer. Start it.'),
    ).toBeVisible();
    await press('Test store');
    expect(await screen.findByText('Connected')).toBeVisible();
    expect(testRepository).toHaveBeenCalledWith('store');
  });

  it('registers one on Azure, with the error at its field', async () => {
    const registerRepository = jest
      .fn()
      .mockRejectedValueOnce(
        new Error('location.accountKey: Azure refuses it; give another'),
      )
      .mockResolvedValue(repository);
    renderWithApi(<RepositoriesPage />, {
      listRepositories: async () => [],
      registerRepository,
    });
    await userEvent.click(await screen.findByText('Register repository'));
    await userEvent.click(screen.getByLabelText(/^Provider/));
    await userEvent.click(screen.getByText('Azure Blob Storage'));
    await userEvent.type(screen.getByLabelText('Name'), 'blobs');
    await userEvent.type(screen.getByLabelText('Storage account'), 'acc');
    await userEvent.type(screen.getByLabelText('Container'), 'moves');
    await userEvent.type(screen.getByLabelText('Account key'), 'KEY');
    await press('Test and register');
    expect(
      await screen.findByText('Azure refuses it; give another'),
    ).toBeVisible();
    await press('Test and register');
    await closed();
    expect(registerRepository).toHaveBeenLastCalledWith({
      name: 'blobs',
      title: '',
      location: {
        provider: 'azure',
        account: 'acc',
        container: 'moves',
        accountKey: 'KEY',
      },
    });
  });

  it('changes one without its secret', async () => {
    const updateRepository = jest.fn(async () => repository);
    renderWithApi(<RepositoriesPage />, {
      listRepositories: async () => [repository],
      updateRepository,
    });
    await screen.findByText('The store');
    await press('Edit store');
    expect(screen.getByLabelText('Secret key')).toHaveValue('');
    await userEvent.type(screen.getByLabelText('Region'), 'eu');
    await press('Test and save');
    await closed();
    expect(updateRepository).toHaveBeenCalledWith('store', {
      name: 'store',
      title: 'The store',
      location: { ...repository.location, region: 'eu' },
    });
  });

  it('says what uses a repository that cannot be removed', async () => {
    renderWithApi(<RepositoriesPage />, {
      listRepositories: async () => [repository],
      deleteRepository: async () => {
        throw new Error('Repository store is used by plans shop');
      },
    });
    await screen.findByText('The store');
    await press('Remove store');
    await press('Remove');
    expect(
      await screen.findByText('Repository store is used by plans shop'),
    ).toBeVisible();
  });
});
