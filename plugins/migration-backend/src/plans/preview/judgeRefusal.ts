/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterError } from '@namespace-migration/plugin-migration-node';

/** Of the cluster, not of one object: nothing else will be answered either. */
const unanswered = [0, 401, 429, 502, 503, 504];

export interface Judgement {
  outcome: 'refused' | 'notTried';
  message: string;
}

/** What was other than it will be: the namespace, or only the name, beside what will be replaced. */
export type StandIn = 'namespace' | 'name';

const doubts: Record<StandIn, string> = {
  namespace:
    'The namespace does not exist yet, and the one that was asked in its place does not admit it',
  name: 'It could only be asked for beside what it replaces, which is too much',
};

/**
 * What an answer other than success says about an object.
 * @throws what says nothing about the object
 */
export function judgeRefusal(error: unknown, standIn?: StandIn): Judgement {
  if (!(error instanceof ClusterError)) {
    throw error;
  }
  const { statusCode, said } = error;
  if (unanswered.includes(statusCode)) {
    throw error;
  }
  if (/does(n't| not) support dry.?run/i.test(said)) {
    return { outcome: 'notTried', message: said };
  }
  const overQuota = /exceeded quota/.test(said);
  const ofNamespace =
    (statusCode === 403 && /User ".*" cannot \w+ resource/.test(said)) ||
    (statusCode === 404 && /namespaces ".*" not found/.test(said));
  return standIn && (overQuota || (standIn === 'namespace' && ofNamespace))
    ? { outcome: 'notTried', message: `${doubts[standIn]}: ${said}` }
    : { outcome: 'refused', message: said };
}
