/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Hook } from '@namespace-migration/plugin-migration-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithApi } from '../../testing/renderWithApi';
import { HooksPage } from './HooksPage';

const hook: Hook = {
  name: 'notify',
  title: 'Tell the team',
  kind: 'http',
  http: {
    url: 'https://example.org/hook',
    headers: { Authorization: '***' },
  },
  deadlineSeconds: 90,
  onFailure: 'continue',
  plans: ['shop-to-west'],
  createdAt: '2026-11-30T06:00:00.000Z',
  updatedAt: '2026-11-30T06:00:00.000Z',
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

describe('HooksPage', () => {
  it('says what failed, tries again, and says what a hook is', async () => {
    let answer: () => Promise<Hook[]> = async () => {
      throw new Error('the database is away');
    };
    renderWithApi(<HooksPage />, { listHooks: () => answer() });
    expect(
      await screen.findByText(
        /hooks could not be loaded: the database is away/,
      ),
    ).toBeVisible();
    answer = async () => [];
    await press('Retry');
    expect(await screen.findByText('No hooks are registered')).toBeVisible();
  });

  it('shows what runs, and what uses it', async () => {
    renderWithApi(<HooksPage />, { listHooks: async () => [hook] });
    const row = within(
      (await screen.findByText('Tell the team')).closest('tr')!,
    );
    for (const text of [
      'notify',
      'HTTP call',
      'POST https://example.org/hook',
      '1 min 30 s',
      'A warning; the migration goes on',
      'shop-to-west',
    ]) {
      expect(row.getByText(text)).toBeVisible();
    }
  });

  it('registers a script, with the error at its field', async () => {
    const registerHook = jest
      .fn()
      .mockRejectedValueOnce(
        new Error('A hook named smoke is registered already; choose another'),
      )
      .mockResolvedValue(hook);
    renderWithApi(<HooksPage />, { listHooks: async () => [], registerHook });
    await userEvent.click(await screen.findByText('Register hook'));
    await userEvent.type(screen.getByLabelText('Name'), 'smoke');
    await userEvent.click(screen.getByLabelText(/^Kind/));
    await userEvent.click(screen.getByText('Script'));
    await userEvent.type(screen.getByLabelText('Image'), 'sh:1');
    await userEvent.type(
      screen.getByLabelText('Script', { selector: 'textarea' }),
      'true',
    );
    await press('Register');
    expect(
      await screen.findByText(/^A hook named smoke is registered already/),
    ).toBeVisible();
    expect(screen.getByLabelText('Name')).toBeInvalid();
    await press('Register');
    await closed();
    expect(registerHook).toHaveBeenLastCalledWith({
      name: 'smoke',
      title: '',
      kind: 'script',
      script: { script: 'true', image: 'sh:1' },
      onFailure: 'fail',
    });
  });

  it('changes a call, keeps one header that it does not know, and adds one', async () => {
    const updateHook = jest.fn(async () => hook);
    renderWithApi(<HooksPage />, { listHooks: async () => [hook], updateHook });
    await screen.findByText('Tell the team');
    await press('Edit notify');
    expect(screen.getByLabelText('Name of header 1')).toHaveValue(
      'Authorization',
    );
    expect(screen.getByLabelText('Value of header 1')).toHaveValue('');
    await press('Add header');
    await userEvent.type(screen.getByLabelText('Name of header 2'), 'X-Team');
    await userEvent.type(screen.getByLabelText('Value of header 2'), 'shop');
    await press('Save');
    await closed();
    expect(updateHook).toHaveBeenCalledWith(
      'notify',
      expect.objectContaining({
        http: {
          url: 'https://example.org/hook',
          method: 'POST',
          headers: { Authorization: '***', 'X-Team': 'shop' },
        },
      }),
    );
  });

  it('says what uses a hook that cannot be removed', async () => {
    renderWithApi(<HooksPage />, {
      listHooks: async () => [hook],
      deleteHook: async () => {
        throw new Error('Hook notify is used by plans shop-to-west');
      },
    });
    await screen.findByText('Tell the team');
    await press('Remove notify');
    await press('Remove');
    expect(
      await screen.findByText('Hook notify is used by plans shop-to-west'),
    ).toBeVisible();
  });
});
