/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookPhase,
  ItineraryName,
  PlanInput,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PhaseRow } from '../database/migrationRecord';
import { itineraries as ofTypes, phasesOf } from './itineraries';
import { canCancel, isBroken, nextPhase } from './nextPhase';
import { Options } from './Phase';

const itineraries = ofTypes.full;
const planWith = (...phases: HookPhase[]) => ({
  input: { hooks: phases.map(phase => ({ hook: 'h', phase })) } as PlanInput,
});
const full = planWith();
const namesOf = (itinerary: ItineraryName, type: PlanType = 'full') =>
  ofTypes[type][itinerary].map(phase => phase.name);
const all = Object.values(ofTypes).flatMap(ofType =>
  Object.entries(ofType).flatMap(([name, phases]) =>
    phases.map(phase => [name, phase] as const),
  ),
);
const row = (
  itinerary: ItineraryName,
  phase: string,
  state: PhaseRow['state'],
): PhaseRow => ({
  itinerary,
  phase,
  state,
  attempts: 1,
  startedAt: '2026-11-23T10:00:00Z',
});
const completed = (itinerary: ItineraryName, ...phases: string[]) =>
  phases.map(phase => row(itinerary, phase, 'completed'));

describe('itineraries', () => {
  it('name no phase twice', () => {
    for (const itinerary of Object.keys(itineraries) as ItineraryName[]) {
      const names = namesOf(itinerary);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('use every phase that there is a file for', () => {
    const dir = join(__dirname, 'phases');
    const declared = readdirSync(dir)
      .filter(file => !file.includes('.test.'))
      .flatMap(file =>
        [
          ...readFileSync(join(dir, file), 'utf8').matchAll(
            /name: '([A-Z]\w+)'/g,
          ),
        ].map(match => match[1]),
      );
    const used = new Set(all.map(([, phase]) => phase.name));
    expect(declared.filter(name => !used.has(name))).toEqual([]);
  });

  it('give every phase a deadline', () => {
    const options = new Proxy({}, { get: () => 60 }) as Options;
    for (const [, phase] of all) {
      expect(phase.deadlineSeconds(options, { objects: 100 })).toBeGreaterThan(
        0,
      );
      expect(
        Number.isFinite(phase.deadlineSeconds(options, { objects: 100 })),
      ).toBe(true);
    }
  });

  it.each([
    // invariant 1: the last pass starts after the last writer
    ['cutover', 'WaitForWriters', 'FinalVolumePass'],
    ['cutover', 'QuiesceSource', 'WaitForWriters'],
    // nothing changes behind the export
    ['cutover', 'QuiesceSource', 'ExportObjects'],
    // invariant 2 and 4: proof before the destination starts
    ['cutover', 'FinalVolumePass', 'VerifyVolumes'],
    ['cutover', 'VerifyVolumes', 'StartDestination'],
    ['cutover', 'VerifyObjects', 'StartDestination'],
    ['cutover', 'StartDestination', 'VerifyHealth'],
    ['cutover', 'BulkVolumePass', 'QuiesceSource'],
    // an image that cannot come ends it before anything is stopped
    ['cutover', 'CreateDestinationNamespaces', 'InspectImages'],
    ['cutover', 'InspectImages', 'CreateImageStreams'],
    // invariant 5: what the push would make is recorded as the plan's before
    ['cutover', 'CreateImageStreams', 'CopyImages'],
    ['stage', 'CreateImageStreams', 'CopyImages'],
    ['cutover', 'CopyImages', 'VerifyImages'],
    ['cutover', 'VerifyImages', 'QuiesceSource'],
    ['rollback', 'RemoveCopiedImages', 'RemoveDestinationObjects'],
    // claims are taken by the application only when no mover has them
    ['cutover', 'EndMovers', 'ApplyObjects'],
    // that they are gone from the clusters is waited for outside of the downtime
    ['cutover', 'VerifyHealth', 'RemoveHelpers'],
    // hooks, where MTC and design.md 5 want them
    ['cutover', 'CreateDestinationNamespaces', 'PreBackupHooks'],
    ['cutover', 'PreBackupHooks', 'BulkVolumePass'],
    ['cutover', 'PreQuiesceHooks', 'QuiesceSource'],
    ['cutover', 'VerifyVolumes', 'PostBackupHooks'],
    ['cutover', 'PostBackupHooks', 'PreRestoreHooks'],
    ['cutover', 'PreRestoreHooks', 'ApplyObjects'],
    ['cutover', 'StartDestination', 'PostRestoreHooks'],
    ['cutover', 'PostRestoreHooks', 'VerifyHealth'],
    ['cutover', 'VerifyHealth', 'SmokeCheckHooks'],
    ['cutover', 'SmokeCheckHooks', 'PostVerifyHooks'],
    ['stage', 'PreStageHooks', 'BulkVolumePass'],
    ['stage', 'BulkVolumePass', 'PostStageHooks'],
    ['rollback', 'PreRollbackHooks', 'QuiesceDestination'],
    ['rollback', 'VerifySource', 'PostRollbackHooks'],
    // invariant 2 on the way back
    ['rollback', 'QuiesceDestination', 'RestoreSource'],
    ['rollback', 'RemoveDestinationObjects', 'RestoreSource'],
    ['rollback', 'RestoreSource', 'VerifySource'],
    ['cancel', 'RestoreSource', 'VerifySource'],
    ['failed', 'EndMovers', 'RestoreSource'],
  ] as const)('%s: %s comes before %s', (itinerary, first, second) => {
    const names = namesOf(itinerary);
    expect(names).toContain(first);
    expect(names.indexOf(second)).toBeGreaterThan(names.indexOf(first));
  });

  it('clean up on each of them, and a stage stops nothing', () => {
    for (const itinerary of Object.keys(itineraries) as ItineraryName[]) {
      expect(namesOf(itinerary)).toContain('RemoveHelpers');
    }
    for (const phase of ['QuiesceSource', 'ApplyObjects', 'StartDestination']) {
      expect(namesOf('stage')).not.toContain(phase);
    }
  });

  it.each([
    ['cutover', 'WaitForWriters', 'FinalVolumePass'],
    ['cutover', 'VerifyVolumes', 'SwapClaimReferences'],
    ['cutover', 'SwapClaimReferences', 'StartConverted'],
    ['rollback', 'WaitForWriters', 'SwapBackClaimReferences'],
    ['rollback', 'SwapBackClaimReferences', 'RestoreSource'],
    ['rollback', 'VerifySource', 'RemoveDestinationObjects'],
    ['failed', 'SwapBackClaimReferences', 'RestoreSource'],
    ['cancel', 'SwapBackClaimReferences', 'RestoreSource'],
  ] as const)(
    'of a conversion, %s: %s comes before %s',
    (name, first, second) => {
      const names = namesOf(name, 'storageConversion');
      expect(names).toContain(first);
      expect(names.indexOf(second)).toBeGreaterThan(names.indexOf(first));
    },
  );

  it('of a state migration bring and start nothing but volumes', () => {
    for (const phase of ['ExportObjects', 'ApplyObjects', 'StartDestination']) {
      expect(namesOf('cutover', 'state')).not.toContain(phase);
    }
    expect(namesOf('cutover', 'state')).toContain('VerifyVolumes');
  });

  it('have a phase of hooks only where the plan has one', () => {
    const names = (...phases: HookPhase[]) =>
      phasesOf(planWith(...phases), 'cutover').map(({ name }) => name);
    expect(names().filter(name => /Hooks$/.test(name))).toEqual([]);
    expect(
      names('PostBackup', 'PreBackup', 'PreStage').filter(name =>
        /Hooks$/.test(name),
      ),
    ).toEqual(['PreBackupHooks', 'PostBackupHooks']);
  });

  it('have phases of images only where a plan copies some', () => {
    const names = (input: Partial<PlanInput>, itinerary: ItineraryName) =>
      phasesOf({ input: input as PlanInput }, itinerary)
        .map(({ name }) => name)
        .filter(name => /Image/.test(name));
    expect(names({}, 'cutover')).toEqual([]);
    expect(names({ images: {}, type: 'state' }, 'cutover')).toEqual([]);
    expect(names({ images: {} }, 'stage')).toEqual([
      'InspectImages',
      'CreateImageStreams',
      'CopyImages',
      'VerifyImages',
      'CleanUpImages',
    ]);
    expect(names({ images: {} }, 'rollback')).toEqual(['CleanUpImages']);
    expect(names({ images: { onRollback: 'remove' } }, 'rollback')).toEqual([
      'RemoveCopiedImages',
      'CleanUpImages',
    ]);
  });

  it('of a network probe touch nothing of the application, however it ends', () => {
    const named = (itinerary: ItineraryName) =>
      phasesOf(planWith(), itinerary, 'networkProbe').map(({ name }) => name);
    const end = ['RemoveHelpers', 'RemoveProbedNamespaces'];
    expect(named('networkProbe')).toEqual([
      'CreateProbedNamespaces',
      'ProbeNetwork',
      ...end,
    ]);
    expect(named('failed')).toEqual(end);
    expect(named('cancel')).toEqual(end);
    expect(nextPhase(planWith(), 'failed', [], 'networkProbe')?.name).toBe(
      'RemoveHelpers',
    );
    expect(canCancel({ itinerary: 'networkProbe' }, [])).toBe(true);
    expect(
      isBroken('networkProbe', [row('networkProbe', 'ProbeNetwork', 'failed')]),
    ).toBe(true);
  });

  it('leave the destination as it is when a cutover failed', () => {
    expect(namesOf('failed')).toEqual([
      'EndMovers',
      'RestoreSource',
      'VerifySource',
      'CleanUpVolumes',
      'CleanUpImages',
      'RemoveHelpers',
    ]);
  });
});

describe('nextPhase', () => {
  it('goes through all of them in order, and then is over', () => {
    for (const itinerary of Object.keys(itineraries) as ItineraryName[]) {
      const rows: PhaseRow[] = [];
      for (const phase of phasesOf(full, itinerary)) {
        expect(nextPhase(full, itinerary, rows)?.name).toBe(phase.name);
        rows.push(row(itinerary, phase.name, 'completed'));
      }
      expect(nextPhase(full, itinerary, rows)).toBeUndefined();
    }
  });

  it('goes on with the one that was under way', () => {
    const [first, second] = namesOf('stage');
    expect(
      nextPhase(full, 'stage', [
        ...completed('stage', first),
        row('stage', second, 'running'),
      ])?.name,
    ).toBe(second);
  });

  it('does not take a phase of another itinerary for its own', () => {
    expect(
      nextPhase(full, 'failed', completed('cutover', 'EndMovers'))?.name,
    ).toBe('EndMovers');
  });

  it('gives the source back after a failure, unless the destination may run (invariant 8)', () => {
    const before = completed('cutover', 'QuiesceSource');
    const ended = completed('failed', 'EndMovers');
    expect(nextPhase(full, 'failed', [...before, ...ended])?.name).toBe(
      'RestoreSource',
    );
    const after = [...before, row('cutover', 'StartDestination', 'failed')];
    expect(nextPhase(full, 'failed', after)?.name).toBe('EndMovers');
    expect(nextPhase(full, 'failed', [...after, ...ended])?.name).toBe(
      'CleanUpVolumes',
    );
  });
});

describe('isBroken', () => {
  it('is so after a failed phase of the same itinerary', () => {
    const rows = [row('cutover', 'VerifyVolumes', 'failed')];
    expect(isBroken('cutover', rows)).toBe(true);
    // those must go on in spite of it
    expect(isBroken('failed', rows)).toBe(false);
    expect(isBroken('failed', [row('failed', 'RemoveHelpers', 'failed')])).toBe(
      false,
    );
    expect(isBroken('stage', completed('stage', 'Validate'))).toBe(false);
  });
});

describe('canCancel', () => {
  it('is so until the destination is started', () => {
    const cutover = { itinerary: 'cutover' } as const;
    expect(canCancel(cutover, completed('cutover', 'VerifyVolumes'))).toBe(
      true,
    );
    expect(
      canCancel(cutover, [row('cutover', 'StartDestination', 'running')]),
    ).toBe(false);
    for (const itinerary of ['rollback', 'cancel', 'failed'] as const) {
      expect(canCancel({ itinerary }, [])).toBe(false);
    }
  });
});
