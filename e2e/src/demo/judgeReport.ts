/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  type CutoverEvidence,
  type DemoReport,
  type RowCounts,
} from './DemoReport';

/** Everything that did not hold, in plain words; empty when all of it did. What is not in the report was not shown. */
export function judgeReport(report: DemoReport): string[] {
  const failures: string[] = [];
  failures.push(...judgeCutover('first cutover', report));
  if (!report.rollback) {
    failures.push('rollback: it was not reached');
  } else {
    const { rollback } = report;
    if (rollback.sourceDifferences !== 0) {
      failures.push(
        `rollback: ${
          rollback.sourceDifferences
        } fields on the source are not as before the cutover: ${some(
          rollback.details,
        )}`,
      );
    }
    if (rollback.reportedDifferences !== 0) {
      failures.push(
        `rollback: the product itself reports ${rollback.reportedDifferences} differences of the source`,
      );
    }
    if (!rollback.destinationNamespaceGone) {
      failures.push('rollback: the namespace is still on the destination');
    }
    failures.push(...judgeRows('rollback', 'source', rollback.rows));
  }
  if (!report.secondCutover) {
    failures.push('second cutover: it was not reached');
  } else {
    failures.push(...judgeCutover('second cutover', report.secondCutover));
  }
  failures.push(...judgeEngines(report.engines));
  if (report.leftovers !== 0) {
    failures.push(
      `leftovers: ${
        report.leftovers
      } objects with a migration's label were left: ${some(
        report.leftoverObjects,
      )}`,
    );
  }
  for (const migration of [
    'stage 1',
    'stage 2',
    'cutover 1',
    'rollback',
    'cutover 2',
  ]) {
    if (!report.phases.some(phase => phase.migration === migration)) {
      failures.push(`phases: ${migration} has none`);
    }
  }
  return failures;
}

function judgeEngines(engines: DemoReport['engines']): string[] {
  if (!engines?.length) {
    return ['engines: none was tried'];
  }
  const failures: string[] = [];
  for (const { engine, notTried, steps } of engines) {
    if (notTried) {
      continue;
    }
    for (const step of [
      'stage',
      'second stage',
      'cutover',
      'rollback',
    ] as const) {
      const found = steps?.find(candidate => candidate.step === step);
      if (!found) {
        failures.push(`engine ${engine}: its ${step} was not reached`);
      } else if (found.differences !== 0) {
        failures.push(
          `engine ${engine}: ${found.differences} differences after the ${step}`,
        );
      }
    }
  }
  return failures;
}

function judgeCutover(name: string, evidence: CutoverEvidence): string[] {
  const { cutover, volumes, objects, rows } = evidence;
  if (!cutover || !volumes || !objects || !rows) {
    return [`${name}: it was not reached or not looked at to the end`];
  }
  const failures: string[] = [];
  if (cutover.downtimeSeconds === undefined) {
    failures.push(
      `${name}: the application did not answer on ${
        cutover.lastAnswerOnSource ? 'the destination' : 'the source'
      }, so there is no downtime to tell`,
    );
  }
  if (cutover.answersOfBoth > 0) {
    failures.push(
      `${name}: the source answered ${cutover.answersOfBoth} times after the destination had begun; two live copies`,
    );
  }
  const gone = Date.parse(cutover.writersGoneAt ?? '');
  const started = Date.parse(cutover.finalPassStartedAt ?? '');
  if (!(started > gone)) {
    failures.push(
      `${name}: the final pass began at ${
        cutover.finalPassStartedAt ?? 'an unknown time'
      }, not later than the last writer's end at ${
        cutover.writersGoneAt ?? 'an unknown time'
      }`,
    );
  }
  if (volumes.length === 0) {
    failures.push(`${name}: no volume was copied`);
  }
  for (const { namespace, claim, differences, files } of volumes) {
    if (differences !== 0) {
      failures.push(
        `${name}: volume ${namespace}/${claim} has ${differences} differences between source and destination`,
      );
    }
    if (!(files > 0)) {
      failures.push(`${name}: volume ${namespace}/${claim} has no files`);
    }
  }
  if (objects.expected === 0 || objects.present !== objects.expected) {
    failures.push(
      `${name}: ${objects.present} of ${
        objects.expected
      } objects are on the destination: ${some(objects.details)}`,
    );
  }
  if (objects.different !== 0) {
    failures.push(
      `${name}: ${
        objects.different
      } objects on the destination are not what was deployed: ${some(
        objects.details,
      )}`,
    );
  }
  failures.push(...judgeRows(name, 'destination', rows));
  return failures;
}

function judgeRows(name: string, where: string, rows: RowCounts): string[] {
  if (rows.committed === 0) {
    return [`${name}: the writer committed nothing, so nothing was tried`];
  }
  return rows.found === rows.committed
    ? []
    : [
        `${name}: ${rows.committed - rows.found} of ${
          rows.committed
        } committed orders are missing in the ${where}'s database`,
      ];
}

const some = (details: string[]) =>
  details.length > 5
    ? `${details.slice(0, 5).join('; ')} and ${details.length - 5} more`
    : details.join('; ');
