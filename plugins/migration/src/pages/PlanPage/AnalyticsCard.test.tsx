/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleAnalytics, examplePlan } from '../../testing/examples';
import { renderWithApi } from '../../testing/renderWithApi';
import { AnalyticsCard } from './AnalyticsCard';

const notFound = Object.assign(new Error('not found'), { statusCode: 404 });
const card = <AnalyticsCard plan={examplePlan()} />;
const figure = (label: string) =>
  // the figures come before the tables, whose columns may have the same name
  screen.getAllByText(label)[0].nextSibling?.textContent;

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

describe('AnalyticsCard', () => {
  it('is made on demand, and shown with what the times are based on', async () => {
    let made = false;
    const startAnalytics = jest.fn(async () => {
      made = true;
      return exampleAnalytics();
    });
    renderWithApi(card, {
      startAnalytics,
      getAnalytics: async () => {
        if (!made) {
          throw notFound;
        }
        return exampleAnalytics();
      },
    });
    expect(
      await screen.findByText('Nothing was counted yet.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Analyse' }));
    expect(startAnalytics).toHaveBeenCalledWith('p1');
    expect(
      await screen.findByText(/assumed 50 MiB\/s and 30 s/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/measured in 3 earlier cutovers, 20 s and 100 MiB\/s/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/2 GiB of 2.5 GiB is the capacity/),
    ).toBeInTheDocument();
    expect(figure('First copy, about')).toBe('1 min 22 s');
    expect(figure('Used, as far as known')).toBe('512 MiB');
    const row = within(screen.getByRole('row', { name: /^shop/ }));
    expect(row.getByText('at least 512 MiB used of 3 GiB')).toBeInTheDocument();
    expect(screen.getByText('west serves no version of these.')).toBeVisible();
  });

  it('says that the use is unknown, and why', async () => {
    const found = exampleAnalytics({
      conditions: [
        {
          type: 'UsageUnknown',
          category: 'Advisory',
          message: 'The kubelet of node n1 does not tell.',
        },
      ],
    });
    const [{ volumes, ...rest }] = found.namespaces;
    found.namespaces = [{ ...rest, volumes: [volumes[1]] }];
    renderWithApi(card, { getAnalytics: async () => found });
    expect(await screen.findByText('2 GiB, use unknown')).toBeInTheDocument();
    expect(figure('Used')).toBe('unknown');
    expect(screen.getByText(/kubelet of node n1/)).toBeInTheDocument();
  });

  it('shows how far it is, that it is of an older plan, and a failure', async () => {
    renderWithApi(card, {
      getAnalytics: async () =>
        exampleAnalytics({
          state: 'running',
          current: false,
          progress: { done: 1, total: 7 },
          estimate: undefined,
        }),
    });
    expect(
      await screen.findByText('Counting: 1 of 7 namespaces'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Analyse again' }),
    ).toBeDisabled();
    expect(screen.getByText(/plan was changed since/)).toBeInTheDocument();
    expect(screen.queryByText('First copy, about')).toBeNull();
  });

  it('says why there is nothing to see', async () => {
    renderWithApi(card, {
      getAnalytics: async () => {
        throw new Error('you may not see this plan');
      },
    });
    expect(
      await screen.findByText(/could not be loaded: you may not see/),
    ).toBeInTheDocument();
  });

  it('pages many namespaces, long names among them', async () => {
    const [one] = exampleAnalytics().namespaces;
    const namespaces = Array.from({ length: 60 }, (_, index) => ({
      ...one,
      namespace: `${'n'.repeat(50)}-${index}`,
    }));
    renderWithApi(card, {
      getAnalytics: async () => exampleAnalytics({ namespaces }),
    });
    expect(await screen.findByText(`${'n'.repeat(50)}-24`)).toBeInTheDocument();
    expect(screen.queryByText(`${'n'.repeat(50)}-25`)).toBeNull();
    expect(figure('Objects')).toBe('840');
  });
});
