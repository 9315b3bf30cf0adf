/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TestBed } from './testBed';

const namespace = 'shop-phases';
const moved = 'shop-phases-moved';

describe('a backend that is killed', () => {
  let bed: TestBed;
  let planId: string;
  let untouched: unknown;

  beforeAll(async () => {
    bed = await TestBed.start(7215, namespace);
    untouched = await bed.describeObjects(bed.source, namespace);
    planId = (await bed.plan('phases', moved)).id;
  });

  afterAll(() => bed?.close());

  /** Ends the backend inside every phase after its effect and before that is stored; then one lives to the end. */
  async function killedEverywhere(type: 'stage' | 'cutover' | 'rollback') {
    const { backend } = bed;
    const { id } = await backend.api.startMigration(planId, { type });
    const phases = (await backend.api.getMigration(id)).phases.filter(
      ({ itinerary }) => itinerary === type,
    );
    await backend.kill();
    for (const { phase } of phases) {
      // it may be dead before it could answer
      backend.launch({ MIGRATION_KILL_AT: `${type}/${phase}/ran` });
      await bed.until(
        `the backend died in ${phase}`,
        async () => !backend.running,
        600,
      );
    }
    await backend.start();
    const ended = await backend.ended(id, 'Completed');
    expect(
      ended.phases
        .filter(({ itinerary }) => itinerary === type)
        .map(({ state }) => state),
    ).toEqual(phases.map(() => 'completed'));
    expect(await bed.leftovers()).toEqual([]);
    return ended;
  }

  it('inside every phase of a stage goes on, once', async () => {
    const stage = await killedEverywhere('stage');
    expect(stage.volumes.map(({ state }) => state)).toEqual([
      'copied',
      'copied',
    ]);
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
  });

  it('inside every phase of a cutover goes on, once', async () => {
    const cutover = await killedEverywhere('cutover');
    expect(cutover.volumes.map(({ proof }) => proof?.differences)).toEqual([
      0, 0,
    ]);
    expect(await bed.describeFiles(bed.destination, moved)).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    const committed = await bed.journalOf(bed.source, namespace);
    expect(
      (await bed.journalOf(bed.destination, moved)).slice(0, committed.length),
    ).toEqual(committed);
  });

  it('inside every phase of a rollback goes on, once', async () => {
    const rollback = await killedEverywhere('rollback');
    expect(rollback.rollback).toMatchObject({ sourceDifferences: 0 });
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    await bed.gone(bed.destination, moved);
  });
});
