/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationApi } from '@namespace-migration/plugin-migration-common';

export type Api = Partial<MigrationApi>;

/** A page in each of its states. */
export interface PageStates {
  show(api: Api, search?: string): unknown;
  /** Without the answer to it there is nothing to show. */
  asks: keyof MigrationApi;
  /** What is said when that fails. */
  failed: string;
  /** What else is asked, for a part of the page each; such a part can be missing. */
  parts: Api;
  /** What parts say that hold nothing: not before they know it. */
  emptyParts: string[];
  /** A part that stands above the rest, which waits for it so as not to jump. */
  above?: keyof MigrationApi;
  some: { api: Api; seen: string };
  empty: Array<{
    when: string;
    api: Api;
    search?: string;
    says: string | RegExp;
    /** A link or button to go on with. */
    todo: string;
  }>;
  long: { api: Api; search?: string; names: string[] };
  many: Array<{
    /** Name of one row, with its number from 0. */
    row: RegExp;
    api: Api;
    search?: string;
    /** The list that holds them, to be opened. */
    list?: string;
    /** On a page. */
    most: number;
    /** The operation that is answered a page at a time. */
    paged?: keyof MigrationApi;
    /** Where all of them are, if this page has but some. */
    rest?: { link: string; href: string };
  }>;
}
