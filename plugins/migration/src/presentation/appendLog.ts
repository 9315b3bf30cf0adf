/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
const MOST_LINES = 50_000;

/**
 * A log whose lines have their times, with a later piece of it: of what both have (Kubernetes starts a piece at a whole
 * second) nothing stands twice. The oldest lines of a very long log are given up.
 */
export function appendLog(known: string, piece: string): string {
  if (!known) {
    return piece;
  }
  const lines = linesOf(known);
  const last = instantOf(lines[lines.length - 1]);
  const atLast = new Set<string>();
  for (
    let index = lines.length - 1;
    index >= 0 && instantOf(lines[index]) === last;
    index -= 1
  ) {
    atLast.add(lines[index]);
  }
  const fresh = linesOf(piece).filter(line => {
    const instant = instantOf(line);
    return instant > last || (instant === last && !atLast.has(line));
  });
  return fresh.length === 0
    ? known
    : [...lines, ...fresh]
        .slice(-MOST_LINES)
        .map(line => `${line}\n`)
        .join('');
}

/** The time of the last line, for asking for what comes after; undefined of an empty log. */
export function lastTimeOf(log: string): string | undefined {
  const last = linesOf(log).pop();
  const time = last?.slice(0, last.indexOf(' '));
  return time && !Number.isNaN(Date.parse(time)) ? time : undefined;
}

/** What was written, without the times. */
export function withoutTimes(log: string): string {
  return linesOf(log)
    .map(line => line.slice(line.indexOf(' ') + 1))
    .join('\n');
}

function linesOf(log: string): string[] {
  const lines = log.split('\n');
  return lines[lines.length - 1] === '' ? lines.slice(0, -1) : lines;
}

/** As a text that sorts by time: Kubernetes leaves out zeros at the end of the fraction. */
function instantOf(line: string): string {
  const time = line.slice(0, line.indexOf(' '));
  const [seconds, fraction = ''] = time.replace(/Z$/, '').split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}`;
}
