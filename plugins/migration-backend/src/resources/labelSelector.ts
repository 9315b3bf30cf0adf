/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export type LabelMatcher = (labels: Record<string, string>) => boolean;

const KEY = '([a-z0-9A-Z]([-a-z0-9A-Z_./]*[a-z0-9A-Z])?)';
const VALUE = /^([a-z0-9A-Z]([-a-z0-9A-Z_.]{0,61}[a-z0-9A-Z])?)?$/;
const exists = new RegExp(`^(!?)\\s*${KEY}$`);
const equals = new RegExp(`^${KEY}\\s*(==|=|!=)\\s*(\\S*)$`);
const among = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/**
 * Kubernetes' own language of label selectors, `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
 * @throws Error that names the part that cannot be read
 */
export function parseLabelSelector(selector: string): LabelMatcher {
  const matchers = splitOutsideParentheses(selector)
    .map(part => part.trim())
    .filter((part, _index, all) => part !== '' || all.length > 1)
    .map(requirement);
  return labels => matchers.every(matches => matches(labels));
}

function splitOutsideParentheses(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/);
}

function requirement(part: string): LabelMatcher {
  const presence = exists.exec(part);
  if (presence) {
    const [, not, key] = presence;
    return labels => key in labels !== (not === '!');
  }
  const equality = equals.exec(part);
  if (equality) {
    const [, key, , operator, value] = equality;
    checkValue(part, value);
    // as Kubernetes has it: != and notin also match where the label is missing
    return labels => (labels[key] === value) === (operator !== '!=');
  }
  const set = among.exec(part);
  if (set) {
    const [, key, , operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    values.forEach(value => checkValue(part, value));
    return labels =>
      (key in labels && values.includes(labels[key])) === (operator === 'in');
  }
  throw new Error(
    `'${part}' is no requirement of a label selector: write key=value, key!=value, key in (a,b), key notin (a,b), key or !key`,
  );
}

function checkValue(part: string, value: string): void {
  if (!VALUE.test(value)) {
    throw new Error(`'${value}' in '${part}' is no legal value of a label`);
  }
}
