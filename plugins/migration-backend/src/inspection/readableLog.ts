/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { secretsOf, redact } from '../hooks/redact';
import { outputsOfLog } from '../hooks/outputs';

export const MAX_BYTES = 1024 * 1024;

export interface ReadableLogOptions {
  /** What no line may show. */
  secrets: string[];
  /** Lines `::output name=value` of this log with a secret's name hide that value everywhere in it. */
  hook: boolean;
  /** Only lines of this second and later. */
  since?: Date;
  tailLines: number;
  /** The log was cut there, which may have been within a line. */
  limitBytes: number;
}

/**
 * A log with times as people may read it. Hooks tell their own secrets, earlier than in the lines that are asked for: of
 * a hook the whole log is given, and cut here.
 */
export function readableLog(
  log: string,
  { secrets, hook, since, tailLines, limitBytes }: ReadableLogOptions,
): string {
  const lines = log.split('\n');
  const rest = lines.pop()!;
  // half a line would be taken for a whole one
  if (rest && (lines.length === 0 || Buffer.byteLength(log) < limitBytes)) {
    lines.push(rest);
  }
  const outputs = hook
    ? outputsOfLog(lines.map(line => textOf(line)).join('\n'))
    : {};
  const hidden = [...secrets, ...secretsOf({}, outputs)].sort(
    (a, b) => b.length - a.length,
  );
  const second = since && Math.floor(since.getTime() / 1000) * 1000;
  const kept = lines
    .filter(line => second === undefined || timeOf(line) >= second)
    .slice(-tailLines);
  return lastOf(
    kept.map(line => `${redact(line, hidden)}\n`),
    MAX_BYTES,
  ).join('');
}

/** As many lines from the end as have room, and one at least. */
function lastOf(lines: string[], maxBytes: number): string[] {
  let first = lines.length;
  let bytes = 0;
  while (first > 0) {
    bytes += Buffer.byteLength(lines[first - 1]);
    if (bytes > maxBytes && first < lines.length) {
      break;
    }
    first -= 1;
  }
  return lines.slice(first);
}

function textOf(line: string): string {
  return line.slice(line.indexOf(' ') + 1);
}

/** Lines without a time (a kubelet's own words in a log's place) are always new. */
function timeOf(line: string): number {
  const time = Date.parse(line.slice(0, line.indexOf(' ')));
  return Number.isNaN(time) ? Infinity : time;
}
