/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration } from '@namespace-migration/plugin-migration-common';
import { waitForMigration } from './waitForMigration';

const at = (
  phase: string,
  waitingFor?: string,
  endedAt?: string,
): Migration => ({
  id: 'm1',
  planId: 'p1',
  type: 'stage',
  state: endedAt ? 'Completed' : 'Running',
  createdAt: '2026-11-23T00:00:00Z',
  endedAt,
  cancelRequested: false,
  conditions: [],
  volumes: [],
  phases: [
    {
      phase,
      step: 'Copy',
      itinerary: 'stage',
      state: endedAt ? 'completed' : 'waiting',
      attempts: 1,
      waitingFor,
    },
  ],
});

function answering(...answers: Migration[]) {
  let calls = 0;
  return {
    getMigration: async () => answers[Math.min(calls++, answers.length - 1)],
  };
}

describe('waitForMigration', () => {
  it('returns the migration at its end and tells each change once', async () => {
    const told: string[] = [];
    const ended = await waitForMigration(
      answering(
        at('PrepareVolumes', 'pod a'),
        at('PrepareVolumes', 'pod a'),
        at('BulkVolumePass'),
        at('BulkVolumePass', undefined, '2026-11-23T00:01:00Z'),
      ),
      'm1',
      { deadlineSeconds: 10, pollMs: 1, onChange: text => told.push(text) },
    );
    expect(ended.state).toBe('Completed');
    expect(told).toEqual(['PrepareVolumes waits for pod a', 'BulkVolumePass']);
  });

  it('ends at the deadline, naming what it waits for and what goes on', async () => {
    await expect(
      waitForMigration(answering(at('PrepareVolumes', 'pod a')), 'm1', {
        deadlineSeconds: 0.05,
        pollMs: 5,
        onChange: () => undefined,
      }),
    ).rejects.toThrow(
      /stage \(migration m1\) has not ended in 0.05 s: PrepareVolumes waits for pod a. It goes on/,
    );
  });

  it('stops at once when the task is canceled', async () => {
    const controller = new AbortController();
    const waiting = waitForMigration(
      answering(at('PrepareVolumes', 'pod a')),
      'm1',
      {
        deadlineSeconds: 60,
        pollMs: 30_000,
        signal: controller.signal,
        onChange: () => controller.abort(),
      },
    );
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});
