/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return text.startsWith('user:');
  } catch {
    return false;
  }
}

/** Who started something: a link for a user of the catalog, the plain subject for a service. */
export const Person = ({ subject }: { subject: string }) =>
  isEntityRef(subject) ? (
    <EntityRefLink entityRef={subject} defaultKind="user" hideIcon />
  ) : (
    <>{subject}</>
  );
