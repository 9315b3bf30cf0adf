/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Hook,
  HookInput,
  HookKind,
} from '@namespace-migration/plugin-migration-common';

/** Stands for a value that is stored; the API's word. */
const KEPT = '***';

export interface HeaderValues {
  name: string;
  value: string;
  /** There is a stored value, which an empty one keeps. */
  stored: boolean;
}

type Http = NonNullable<HookInput['http']>;
export type HttpMethod = NonNullable<Http['method']>;

/** What the form's fields hold: text, as it was typed. */
export interface HookValues {
  name: string;
  title: string;
  kind: HookKind;
  image: string;
  command: string;
  args: string;
  env: string;
  playbook: string;
  script: string;
  interpreter: string;
  url: string;
  method: HttpMethod;
  headers: HeaderValues[];
  body: string;
  expectedStatus: string;
  deadlineSeconds: string;
  retries: string;
  onFailure: NonNullable<HookInput['onFailure']>;
}

/** The fields' paths as the API names them. */
export const hookFields = [
  'name',
  'title',
  'image.image',
  'image.command',
  'image.args',
  'image.env',
  'playbook.playbook',
  'playbook.image',
  'script.script',
  'script.image',
  'script.interpreter',
  'http.url',
  'http.method',
  'http.headers',
  'http.body',
  'http.expectedStatus',
  'deadlineSeconds',
  'retries',
];

export function hookValuesOf(hook?: Hook): HookValues {
  const { image, playbook, script, http } = hook ?? {};
  return {
    name: hook?.name ?? '',
    title: hook?.title ?? '',
    kind: hook?.kind ?? 'image',
    image: image?.image ?? playbook?.image ?? script?.image ?? '',
    command: (image?.command ?? []).join('\n'),
    args: (image?.args ?? []).join('\n'),
    env: Object.entries(image?.env ?? {})
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
    playbook: playbook ? decoded(playbook.playbook) : '',
    script: script?.script ?? '',
    interpreter: (script?.interpreter ?? []).join('\n'),
    url: http?.url ?? '',
    method: http?.method ?? 'POST',
    headers: Object.keys(http?.headers ?? {}).map(name => ({
      name,
      value: '',
      stored: true,
    })),
    body: http?.body ?? '',
    expectedStatus: http?.expectedStatus?.toString() ?? '',
    deadlineSeconds: hook?.deadlineSeconds?.toString() ?? '',
    retries: hook?.retries?.toString() ?? '',
    onFailure: hook?.onFailure ?? 'fail',
  };
}

/** Whether what must be given is given. */
export function isComplete(values: HookValues): boolean {
  const needed: Record<HookKind, string[]> = {
    image: [values.image],
    playbook: [values.playbook],
    script: [values.script, values.image],
    http: [values.url],
  };
  return [values.name, ...needed[values.kind]].every(text => text !== '');
}

export function hookInputOf(values: HookValues): HookInput {
  const { name, title, kind, onFailure } = values;
  return given({
    name,
    title,
    kind,
    [kind]: partOf(values),
    deadlineSeconds: numberOf(values.deadlineSeconds),
    retries: numberOf(values.retries),
    onFailure,
  });
}

function partOf(values: HookValues): HookInput[HookKind] {
  switch (values.kind) {
    case 'image':
      return given({
        image: values.image,
        command: linesOf(values.command),
        args: linesOf(values.args),
        env: environmentOf(values.env),
      });
    case 'playbook':
      return given({
        playbook: encoded(values.playbook),
        image: values.image || undefined,
      });
    case 'script':
      return given({
        script: values.script,
        image: values.image,
        interpreter: linesOf(values.interpreter),
      });
    default:
      return given({
        url: values.url.trim(),
        method: values.method,
        headers: headersOf(values.headers),
        body: values.body || undefined,
        expectedStatus: numberOf(values.expectedStatus),
      });
  }
}

function headersOf(
  headers: HeaderValues[],
): Record<string, string> | undefined {
  const named = headers.filter(({ name }) => name.trim() !== '');
  return named.length > 0
    ? Object.fromEntries(
        named.map(({ name, value, stored }) => [
          name.trim(),
          value === '' && stored ? KEPT : value,
        ]),
      )
    : undefined;
}

function environmentOf(text: string): Record<string, string> | undefined {
  const lines = linesOf(text);
  return (
    lines &&
    Object.fromEntries(
      lines.map(line => {
        const [name] = line.split('=', 1);
        return [name.trim(), line.slice(name.length + 1)];
      }),
    )
  );
}

function linesOf(text: string): string[] | undefined {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  return lines.length > 0 ? lines : undefined;
}

function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}

/** Base64 of UTF-8, which the browser's own functions do only for Latin-1. */
function encoded(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), byte =>
      String.fromCharCode(byte),
    ).join(''),
  );
}

function decoded(base64: string): string {
  return new TextDecoder().decode(
    Uint8Array.from(atob(base64), character => character.charCodeAt(0)),
  );
}

function given<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as T;
}
