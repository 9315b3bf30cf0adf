/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export interface Subject {
  kind: string;
  name: string;
  namespace?: string;
  apiGroup?: string;
}

/** Every service account of a cluster. */
const EVERYONE = 'system:serviceaccounts';

/** The namespaces among these whose service accounts a user name reaches. */
function ofUser(user: string, namespaces: string[]): string[] {
  const named = /^system:serviceaccount:([^:]+):[^:]+$/.exec(user)?.[1];
  return namespaces.filter(namespace => namespace === named);
}

function ofGroup(group: string, namespaces: string[]): string[] {
  return group === EVERYONE
    ? namespaces
    : namespaces.filter(namespace => group === `${EVERYONE}:${namespace}`);
}

/** The namespaces among these whose service accounts a subject of a binding reaches. system:authenticated says nothing about them. */
export function reachedBy(subject: Subject, namespaces: string[]): string[] {
  switch (subject.kind) {
    case 'ServiceAccount':
      return namespaces.filter(namespace => namespace === subject.namespace);
    case 'User':
      return ofUser(subject.name, namespaces);
    case 'Group':
      return ofGroup(subject.name, namespaces);
    default:
      return [];
  }
}

/**
 * Only what reaches the service accounts of these namespaces. A group of all service accounts becomes one of each
 * namespace: the others of the destination get nothing from it.
 */
export function subjectsOf(
  subjects: Subject[],
  namespaces: string[],
): Subject[] {
  return subjects.flatMap(subject => {
    const reached = reachedBy(subject, namespaces);
    return subject.kind === 'Group' && subject.name === EVERYONE
      ? reached.map(namespace => ({
          ...subject,
          name: `${EVERYONE}:${namespace}`,
        }))
      : reached.map(() => subject);
  });
}

/** The same for the lists `users` and `groups` of security context constraints. */
export function usersOf(users: string[], namespaces: string[]): string[] {
  return users.filter(user => ofUser(user, namespaces).length > 0);
}

export function groupsOf(groups: string[], namespaces: string[]): string[] {
  return groups.flatMap(group =>
    ofGroup(group, namespaces).map(namespace => `${EVERYONE}:${namespace}`),
  );
}
