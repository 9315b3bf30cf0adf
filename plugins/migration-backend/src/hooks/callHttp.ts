/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { HookOutcome } from '../database/DatabaseHookRuns';
import { isMetadataHost, methodOf } from './checkHook';
import { HookCall, outputVariables } from './HookCall';
import { outputsOfAnswer } from './outputs';

const REDIRECTS = 5;
const ANSWER_BYTES = 64 * 1024;

/** Calls the hook's URL once. Never throws: whatever happens is an outcome. */
export async function callHttp(
  call: HookCall,
  signal: AbortSignal,
): Promise<HookOutcome> {
  const http = call.hook.http!;
  const began = Date.now();
  const line = (what: string) =>
    `${methodOf(http)} ${withoutQuery(http.url)}: ${what} after ${
      Date.now() - began
    } ms`;
  try {
    const answer = await followed(call, http, signal);
    const body = await readUpTo(answer, ANSWER_BYTES);
    const fits =
      http.expectedStatus === undefined
        ? answer.ok
        : answer.status === http.expectedStatus;
    const head = line(`status ${answer.status}`);
    return {
      state: fits ? 'succeeded' : 'failed',
      status: answer.status,
      message: fits
        ? undefined
        : `${withoutQuery(http.url)} answered with status ${answer.status}${
            http.expectedStatus === undefined
              ? ''
              : `, expected was ${http.expectedStatus}`
          }`,
      outputs: fits ? outputsOfAnswer(body) : {},
      log: `${head}\n${body}`,
    };
  } catch (error) {
    const message = `${withoutQuery(http.url)} did not answer: ${wordsOf(
      error,
    )}`;
    return { state: 'failed', message, outputs: {}, log: line(message) };
  }
}

/** Redirects are followed on the same host only: another one was not meant to get the headers. */
async function followed(
  call: HookCall,
  http: NonNullable<HookInput['http']>,
  signal: AbortSignal,
): Promise<Response> {
  let url = new URL(http.url);
  let method: string = methodOf(http);
  let body = bodyOf(call);
  for (let count = 0; ; count += 1) {
    if (isMetadataHost(url)) {
      throw new Error(`${url.hostname} is not called`);
    }
    const answer = await fetch(url, {
      method,
      body,
      signal,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': contentType(call) }),
        'idempotency-key': `${call.owner.migrationId}/${call.phase}/${call.position}`,
        ...http.headers,
      },
    });
    const location = answer.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(answer.status) || !location) {
      return answer;
    }
    await answer.body?.cancel();
    const next = new URL(location, url);
    if (next.origin !== url.origin) {
      throw new Error(
        `it redirects to another host (${next.host}), which is not followed`,
      );
    }
    if (count === REDIRECTS) {
      throw new Error(`it redirects more than ${REDIRECTS} times`);
    }
    url = next;
    if (answer.status <= 303 && method !== 'GET') {
      method = 'GET';
      body = undefined;
    }
  }
}

function bodyOf(call: HookCall): string | undefined {
  const http = call.hook.http!;
  if (['GET', 'DELETE'].includes(methodOf(http))) {
    return undefined;
  }
  if (http.body === undefined) {
    return JSON.stringify({
      migration: call.owner.migrationId,
      plan: call.plan,
      hook: call.hook.name,
      phase: call.phase,
      environment: call.environment,
      outputs: call.outputs,
    });
  }
  const values: Record<string, string> = {
    ...call.environment,
    ...outputVariables(call.outputs),
  };
  const escaped = (value: string) =>
    isJson(http.body!) ? JSON.stringify(value).slice(1, -1) : value;
  return http.body.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (whole, name) =>
    values[name] === undefined ? whole : escaped(values[name]),
  );
}

const isJson = (body: string) => /^\s*[[{]/.test(body);

function contentType({ hook: { http } }: HookCall): string {
  return http!.body === undefined || isJson(http!.body)
    ? 'application/json'
    : 'text/plain; charset=utf-8';
}

async function readUpTo(answer: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= limit) {
      break;
    }
  }
  return Buffer.concat(chunks).subarray(0, limit).toString('utf8');
}

/** A query may have a key in it. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}

function wordsOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: any };
  return name === 'TimeoutError'
    ? 'its deadline is over'
    : cause?.message || cause?.code || message;
}
