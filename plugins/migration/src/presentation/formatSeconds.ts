/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** The two largest units: "850 ms", "12 s", "3 min 5 s", "2 h 10 min", "4 d 1 h". */
export function formatSeconds(seconds: number): string {
  if (seconds < 1) {
    return `${Math.max(0, Math.round(seconds * 1000))} ms`;
  }
  const whole = Math.round(seconds);
  const parts: Array<[number, string]> = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3_600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
}

/** Between two times of the API; `now` stands for an end that has not come. */
export function secondsBetween(
  start: string | undefined,
  end: string | undefined,
  now: number,
): number | undefined {
  if (start === undefined) {
    return undefined;
  }
  return Math.max(
    0,
    ((end === undefined ? now : Date.parse(end)) - Date.parse(start)) / 1000,
  );
}
