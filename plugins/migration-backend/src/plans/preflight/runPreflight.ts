/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CheckResult,
  Condition,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterError,
  PreflightCheck,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';

const AT_ONCE = 4;
const DEADLINE_SECONDS = 30;

/**
 * Runs every check that is for this type of plan. One that fails or takes too long is a condition and hides no
 * other; only a cluster that does not answer, or knows us no more, ends them all.
 * @throws ClusterError
 */
export async function runPreflight(
  checks: readonly PreflightCheck[],
  context: PreflightContext,
  deadlineSeconds = DEADLINE_SECONDS,
): Promise<{ checks: CheckResult[]; conditions: Condition[] }> {
  const mine = checks.filter(check => check.appliesTo?.(context.type) ?? true);
  const results: Array<{ result: CheckResult; conditions: Condition[] }> = [];
  let next = 0;
  const work = async () => {
    while (next < mine.length) {
      const index = next;
      next += 1;
      results[index] = await runOne(mine[index], context, deadlineSeconds);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    checks: results.map(({ result }) => result),
    conditions: results.flatMap(({ conditions }) => conditions),
  };
}

async function runOne(
  check: PreflightCheck,
  context: PreflightContext,
  deadlineSeconds: number,
): Promise<{ result: CheckResult; conditions: Condition[] }> {
  const startedAt = Date.now();
  const { name, title } = check;
  const resultOf = (
    outcome: CheckResult['outcome'],
    conditions: Condition[],
  ) => ({
    result: {
      name,
      title,
      outcome,
      conditions: conditions.length,
      seconds: (Date.now() - startedAt) / 1000,
    },
    conditions,
  });
  try {
    const conditions = await within(deadlineSeconds, async () =>
      check.run(context),
    );
    return resultOf(conditions.length > 0 ? 'found' : 'passed', conditions);
  } catch (error) {
    if (
      error instanceof ClusterError &&
      (error.statusCode === 0 || error.statusCode === 401)
    ) {
      throw error;
    }
    return resultOf('failed', [
      {
        type: 'PreflightCheckFailed',
        category: 'Error',
        message: `Preflight check ${name} could not find out: ${
          error instanceof Error ? error.message : error
        }. Mend what it names and refresh the plan.`,
      },
    ]);
  }
}

async function within<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no result within ${seconds} s`)),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
