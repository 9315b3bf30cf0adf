/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { WavePlanState } from '@namespace-migration/plugin-migration-common';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleWave } from '../../testing/examples';
import { renderWavesAt } from '../../testing/renderPage';

const where = () => screen.getByLabelText('where').textContent;
const button = (name: string) => screen.getByRole('button', { name });

// these are whole pages, and the machines of continuous integration are slow
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

describe('WavesPage', () => {
  it('says how to make the first wave', async () => {
    renderWavesAt('', {
      listWaves: async () => ({ items: [], totalItems: 0 }),
    });
    expect(
      await screen.findByText('There are no waves yet'),
    ).toBeInTheDocument();
    expect(button('Select plans')).toHaveAttribute('href', '/migrations/plans');
  });

  it('says why there is nothing to see, and tries again on demand', async () => {
    const listWaves = jest
      .fn()
      .mockRejectedValueOnce(new Error('you may not see waves'))
      .mockResolvedValue({ items: [exampleWave(['Running'])], totalItems: 1 });
    renderWavesAt('', { listWaves });
    expect(
      await screen.findByText(/could not be loaded: you may not see waves/),
    ).toBeInTheDocument();
    await userEvent.click(button('Retry'));
    expect(
      await screen.findByRole('link', { name: 'evening' }),
    ).toHaveAttribute('href', '/migrations/waves/w1');
  });

  it('shows each wave with its bar, and pages them', async () => {
    const long = 'wave-'.repeat(20);
    const listWaves = jest.fn(async ({ offset = 0 } = {}) => ({
      items: [
        exampleWave(['Succeeded', 'Failed'], {
          id: 'x',
          name: long,
          state: 'Failed',
        }),
        exampleWave(['Waiting', 'Waiting', 'Running'], {
          id: `n${offset}`,
          name: undefined,
        }),
      ],
      totalItems: 60,
    }));
    renderWavesAt('?page=2', { listWaves });
    expect(await screen.findByText('Waves (60)')).toBeInTheDocument();
    expect(listWaves).toHaveBeenCalledWith({ limit: 25, offset: 25 });
    expect(screen.getByRole('link', { name: long })).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Cutover of 3 plans' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'Progress of the wave: 1 Running, 2 Waiting',
      }),
    ).toBeInTheDocument();
    await userEvent.click(button('Next page'));
    await waitFor(() => expect(where()).toBe('/migrations/waves?page=3'));
  });
});

describe('WavePage', () => {
  it('says why a wave is not there', async () => {
    renderWavesAt('/gone', {
      getWave: async () => {
        throw new Error('There is no wave gone');
      },
    });
    expect(
      await screen.findByText(/could not be loaded: There is no wave gone/),
    ).toBeInTheDocument();
  });

  it('tells of each plan what happens, or why nothing does', async () => {
    const wave = exampleWave([
      'Succeeded',
      'Running',
      'Refused',
      'Waiting',
      'Removed',
    ]);
    const [done, running, refused, waiting, removed] = wave.plans!;
    Object.assign(done, {
      migrationId: 'm0',
      startedAt: '2026-11-30T09:00:00.000Z',
      endedAt: '2026-11-30T09:01:05.000Z',
    });
    Object.assign(running, {
      migrationId: 'm1',
      progress: {
        phase: 'FinalVolumePass',
        bytesDone: 2 ** 20,
        bytesTotal: 2 ** 22,
      },
    });
    refused.reason = 'the destination is live; roll back first';
    waiting.after = ['p0', 'p1'];
    Object.assign(removed, { source: undefined, migrationId: 'm4' });
    renderWavesAt('/w1', { getWave: async () => wave });
    const row = async (name: string) =>
      within((await screen.findByText(name)).closest('tr')!);
    expect((await row('plan-0')).getByText('1 min 5 s')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the migration of plan-0' }),
    ).toHaveAttribute('href', '/migrations/plans/p0/migrations/m0');
    expect(
      (await row('plan-1')).getByText(/1 MiB of 4 MiB/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Progress of plan-1' }),
    ).toHaveAttribute('aria-valuenow', '25');
    expect(
      (await row('plan-2')).getByText(/the destination is live/),
    ).toBeInTheDocument();
    expect(
      (await row('plan-3')).getByText('After plan-0, plan-1'),
    ).toBeInTheDocument();
    expect((await row('plan-4')).queryByRole('link')).toBeNull();
  });

  it('pauses, and says what a resume means after a failure', async () => {
    let wave = exampleWave(['Running', 'Waiting']);
    const api = {
      getWave: async () => wave,
      pauseWave: jest.fn(async () => wave),
      resumeWave: jest.fn(async () => wave),
    };
    renderWavesAt('/w1', api);
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(api.pauseWave).toHaveBeenCalledWith('w1');
    wave = exampleWave(['Failed', 'Waiting'], { state: 'Paused' });
    await userEvent.click(button('Pause'));
    expect(
      await screen.findByText(/because a plan did not succeed/),
    ).toBeInTheDocument();
    await userEvent.click(button('Resume'));
    expect(
      screen.getByText(/plans that come after them are skipped/),
    ).toBeInTheDocument();
    await userEvent.click(button('Go on'));
    expect(api.resumeWave).toHaveBeenCalledWith('w1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retry failed' }),
    );
    await userEvent.click(button('Try again'));
    expect(api.resumeWave).toHaveBeenLastCalledWith('w1', {
      retryFailed: true,
    });
  });

  it('cancels after it told what still runs, and shows a refusal', async () => {
    const cancelWave = jest.fn(async () => {
      throw new Error('Wave evening was canceled already');
    });
    renderWavesAt('/w1', {
      getWave: async () => exampleWave(['Running', 'Waiting']),
      cancelWave,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel wave' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/goes on to its end: plan-0/)).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Cancel the wave' }),
    );
    expect(await dialog.findByText(/was canceled already/)).toBeInTheDocument();
  });

  it('pages many plans, filtered by the URL', async () => {
    const states: WavePlanState[] = Array.from({ length: 80 }, (_, index) =>
      index === 70 ? 'Failed' : 'Succeeded',
    );
    renderWavesAt('/w1', {
      getWave: async () => exampleWave(states, { state: 'Failed' }),
    });
    expect(await screen.findByText('plan-24')).toBeInTheDocument();
    expect(screen.queryByText('plan-25')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('State'), 'Failed');
    expect(await screen.findByText('plan-70')).toBeInTheDocument();
    expect(screen.queryByText('plan-24')).toBeNull();
    expect(where()).toBe('/migrations/waves/w1?state=Failed');
  });
});
