/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';

/** A label of a host's name, and the name of an object, may hold 63 characters. */
const LONGEST = 63;

/**
 * Name of a Route, and its host when the domain is known. Without one the router makes the host from name and namespace
 * and does not shorten it, so that the name must leave room for the namespace; undefined when there is none.
 */
export function routeNames(options: {
  /** As other helpers of the receiver are named. */
  name: string;
  namespace: string;
  domain?: string;
}): { name: string; host?: string } | undefined {
  const { name, namespace, domain } = options;
  const whole = `${name}-${namespace}`;
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  if (domain !== undefined) {
    const label =
      whole.length <= LONGEST
        ? whole
        : `${whole
            .slice(0, LONGEST - 1 - digest.length)
            .replace(/-+$/, '')}-${digest}`;
    return { name, host: `${label}.${domain}` };
  }
  return [name, `nm-${digest}`]
    .filter(candidate => `${candidate}-${namespace}`.length <= LONGEST)
    .map(candidate => ({ name: candidate }))[0];
}
