/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type CutoverEvidence, type DemoReport } from './DemoReport';
import { judgeReport } from './judgeReport';

const evidence = (): Required<CutoverEvidence> => ({
  cutover: {
    downtimeSeconds: 12.5,
    lastAnswerOnSource: '2026-11-23T12:00:00.000Z',
    firstAnswerOnDestination: '2026-11-23T12:00:12.500Z',
    answersOfBoth: 0,
    writersGoneAt: '2026-11-23T12:00:02.000Z',
    finalPassStartedAt: '2026-11-23T12:00:03.000Z',
    writerPauseSeconds: 12.7,
  },
  volumes: [
    {
      namespace: 'webshop',
      claim: 'website',
      files: 20_000,
      bytes: 1e6,
      differences: 0,
      comparedBy: 'directories',
    },
  ],
  objects: { expected: 20, present: 20, different: 0, details: [] },
  rows: { committed: 1000, found: 1000 },
});

const whole = (): DemoReport & Required<Omit<DemoReport, 'failures'>> => ({
  ok: true,
  failures: [],
  startedAt: '2026-11-23T11:50:00.000Z',
  durationSeconds: 300,
  clusters: [],
  namespace: 'webshop',
  phases: ['stage 1', 'stage 2', 'cutover 1', 'rollback', 'cutover 2'].map(
    migration => ({ migration, phase: 'Validate', seconds: 1 }),
  ),
  ...evidence(),
  rollback: {
    sourceDifferences: 0,
    details: [],
    reportedDifferences: 0,
    rows: { committed: 1000, found: 1000 },
    destinationNamespaceGone: true,
  },
  secondCutover: evidence(),
  engines: [
    {
      engine: 'block',
      data: ['odd files'],
      bytes: 1,
      steps: (['stage', 'second stage', 'cutover', 'rollback'] as const).map(
        step => ({
          step,
          differences: 0,
          compared: 'both sides' as const,
          seconds: 1,
        }),
      ),
    },
    { engine: 'move', notTried: 'no' },
  ],
  leftovers: 0,
  leftoverObjects: [],
});

type Whole = ReturnType<typeof whole>;

describe('judgeReport', () => {
  it('finds nothing in a run in which all of it held', () => {
    expect(judgeReport(whole())).toEqual([]);
  });

  it.each<[string, (report: Whole) => void, RegExp]>([
    [
      'a lost row',
      r => (r.rows.found = 999),
      /first cutover: 1 of 1000 committed orders are missing in the destination/,
    ],
    [
      'a row lost in the second cutover',
      r => (r.secondCutover.rows!.found = 0),
      /second cutover: 1000 of 1000/,
    ],
    [
      'a row lost by the rollback',
      r => (r.rollback.rows.found = 998),
      /rollback: 2 of 1000 .* in the source/,
    ],
    [
      'a writer that wrote nothing',
      r => (r.rows = { committed: 0, found: 0 }),
      /committed nothing/,
    ],
    [
      'a different file',
      r => (r.volumes[0].differences = 1),
      /webshop\/website has 1 differences/,
    ],
    ['no volume', r => (r.volumes = []), /no volume was copied/],
    ['an empty volume', r => (r.volumes[0].files = 0), /has no files/],
    [
      'an absent object',
      r =>
        (r.objects = {
          expected: 2,
          present: 1,
          different: 0,
          details: ['Service a is absent'],
        }),
      /1 of 2 objects are on the destination: Service a is absent/,
    ],
    [
      'no object',
      r => Object.assign(r.objects, { expected: 0, present: 0 }),
      /0 of 0/,
    ],
    [
      'a different object',
      r => (r.objects.different = 1),
      /1 objects on the destination are not what was deployed/,
    ],
    [
      'a final pass at the very time of the last writer',
      r => (r.cutover.finalPassStartedAt = r.cutover.writersGoneAt),
      /not later than the last writer's end/,
    ],
    [
      'an order that is not known',
      r => (r.cutover.writersGoneAt = undefined),
      /not later than the last writer's end at an unknown time/,
    ],
    ['two live copies', r => (r.cutover.answersOfBoth = 1), /two live copies/],
    [
      'a downtime that nobody saw',
      r => (r.cutover.downtimeSeconds = undefined),
      /did not answer on the destination/,
    ],
    [
      'a source that is not as before',
      r => {
        r.rollback.sourceDifferences = 1;
        r.rollback.details = ['Deployment storefront /spec/replicas'];
      },
      /1 fields on the source .* \/spec\/replicas/,
    ],
    [
      'what the product reports of the source',
      r => (r.rollback.reportedDifferences = NaN),
      /the product itself reports NaN/,
    ],
    [
      'a namespace left behind',
      r => (r.rollback.destinationNamespaceGone = false),
      /still on the destination/,
    ],
    [
      'leftovers',
      r => {
        r.leftovers = 1;
        r.leftoverObjects = ['source: Pod webshop/sender'];
      },
      /1 objects .* Pod webshop\/sender/,
    ],
    [
      'a stage that did not run',
      r => r.phases.splice(1, 1),
      /phases: stage 2 has none/,
    ],
    ['no engine', r => (r.engines = []), /engines: none was tried/],
    [
      'what an engine lost',
      r => (r.engines[0].steps![2].differences = 3),
      /engine block: 3 differences after the cutover/,
    ],
    [
      'a step that an engine did not reach',
      r => r.engines[0].steps!.pop(),
      /engine block: its rollback was not reached/,
    ],
    [
      'a second cutover that was not reached',
      r => delete (r as DemoReport).secondCutover,
      /second cutover: it was not reached/,
    ],
    [
      'a rollback that was not reached',
      r => delete (r as DemoReport).rollback,
      /rollback: it was not reached/,
    ],
    [
      'a check that was left out',
      r => delete (r as DemoReport).rows,
      /not looked at to the end/,
    ],
  ])('finds %s', (_name, spoil, message) => {
    const report = whole();
    spoil(report);
    expect(judgeReport(report)).toEqual([expect.stringMatching(message)]);
  });
});
