/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { errorMessage } from './errorMessage';

/** Messages by path into the input, for example `namespaces[0].destination`. What names no known field is under ''. */
export type FieldErrors = Record<string, string>;

const fieldPath =
  /^([a-z][A-Za-z]*(?:\[\d+\]|\.[A-Za-z]+)*)(?:: | (?=has |must |is ))/;

/** Takes the field from the message, in the forms that the API's 400 and 409 have. */
export function fieldErrorsOf(error: Error, known: string[]): FieldErrors {
  const message = errorMessage(error);
  const schema = /^request\/body\/(\S+) (.*)$/s.exec(message);
  if (schema) {
    const path = schema[1].replace(/\/(\d+)/g, '[$1]').replace(/\//g, '.');
    return at(path, schema[2], known);
  }
  if (/^A (plan|cluster|repository|hook) named /.test(message)) {
    return at('name', message, known);
  }
  const match = fieldPath.exec(message);
  return match
    ? at(match[1], message.slice(match[0].length), known, message)
    : { '': message };
}

/** The first condition of each field that stops a plan. */
export function fieldErrorsOfConditions(
  conditions: Condition[],
  known: string[],
): FieldErrors {
  const errors: FieldErrors = {};
  for (const { category, field, message } of conditions) {
    const stops = category === 'Critical' || category === 'Error';
    if (stops && field && known.includes(field) && !errors[field]) {
      errors[field] = message;
    }
  }
  return errors;
}

function at(
  path: string,
  message: string,
  known: string[],
  whole = `${path} ${message}`,
): FieldErrors {
  const field = known.find(
    candidate =>
      path === candidate ||
      path.startsWith(`${candidate}.`) ||
      path.startsWith(`${candidate}[`),
  );
  if (field === undefined) {
    return { '': whole };
  }
  return { [field]: message.charAt(0).toUpperCase() + message.slice(1) };
}
