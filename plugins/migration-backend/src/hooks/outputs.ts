/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
const COUNT = 50;
const LENGTH = 4096;
const legalName = /^[A-Za-z][A-Za-z0-9_.-]{0,62}$/;

/** Of a log: lines `::output name=value`. The last one of a name counts; at most 50, each value cut at 4096 characters. */
export function outputsOfLog(log: string): Record<string, string> {
  const pairs: Array<[string, string]> = [];
  for (const line of log.split('\n')) {
    const match = /^::output ([^=\s]+)=(.*?)\r?$/.exec(line);
    if (match) {
      pairs.push([match[1], match[2]]);
    }
  }
  return kept(pairs);
}

/** Of an HTTP answer that is a JSON object: its texts, numbers and truth values. */
export function outputsOfAnswer(body: string): Record<string, string> {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return {};
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return {};
  }
  return kept(
    Object.entries(answer)
      .filter(([, value]) =>
        ['string', 'number', 'boolean'].includes(typeof value),
      )
      .map(([name, value]) => [name, String(value)]),
  );
}

function kept(pairs: Array<[string, string]>): Record<string, string> {
  const outputs = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (legalName.test(name) && (outputs.has(name) || outputs.size < COUNT)) {
      outputs.set(name, value.slice(0, LENGTH));
    }
  }
  return Object.fromEntries(outputs);
}
