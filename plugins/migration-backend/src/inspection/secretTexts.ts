/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterConnection,
  HookInput,
  PlanInput,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';
import { parse } from 'yaml';
import { secretsOf } from '../hooks/redact';

/** Shorter ones would tear every text apart ("true", "8080"). */
const SHORTEST = 6;
/** Of kubeconfigs and of key files of service accounts. */
const innerName =
  /^(token|id-token|refresh-token|client-secret|password|client-key-data|private_key|private_key_id)$/;

/** What may be quoted of a cluster's or repository's credentials. */
export function credentialTexts(
  stored: Partial<ClusterConnection & RepositoryLocation>,
): string[] {
  const files = [stored.kubeconfig, stored.serviceAccountJson];
  return [
    stored.token,
    stored.secretAccessKey,
    stored.accountKey,
    ...files,
    ...files.flatMap(innerTexts),
  ].flatMap(formsOf);
}

/** What may be secret of a hook: values of its headers and environment, and of its URL's query and user. */
export function hookTexts(hook: HookInput): string[] {
  return [
    ...secretsOf(hook, {}),
    ...Object.values(hook.image?.env ?? {}),
    ...urlTexts(hook.http?.url),
  ].flatMap(formsOf);
}

/** Outputs that are secret by their name. */
export function outputTexts(outputs: Record<string, string>): string[] {
  return secretsOf({}, outputs).flatMap(formsOf);
}

/** Texts that transforms write: those for Secrets are secret, and what the others are nobody knows. */
export function transformTexts({
  transforms,
}: Pick<PlanInput, 'transforms'>): string[] {
  return (transforms ?? [])
    .flatMap(({ patch }) => patch.flatMap(({ value }) => textsIn(value)))
    .flatMap(formsOf);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return value && typeof value === 'object'
    ? Object.values(value).flatMap(textsIn)
    : [];
}

function innerTexts(file: string | undefined): string[] {
  const found: string[] = [];
  const look = (part: unknown) => {
    for (const [name, child] of Object.entries(part ?? {})) {
      if (typeof child === 'string' && innerName.test(name)) {
        found.push(child);
      } else if (child && typeof child === 'object') {
        look(child);
      }
    }
  };
  try {
    look(parse(file ?? ''));
  } catch {
    // what cannot be parsed is hidden as a whole only
  }
  return found;
}

function urlTexts(url: string | undefined): string[] {
  if (!url || !URL.canParse(url)) {
    return [];
  }
  const { username, password, searchParams } = new URL(url);
  return [username, password, ...searchParams.values()];
}

/** As it is, in base64, and what it is the base64 of: Secrets hold one and programs tell the other. */
function formsOf(text: string | undefined): string[] {
  if (!text || text.trim().length < SHORTEST) {
    return [];
  }
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  const isBase64 =
    /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) && !decoded.includes('\ufffd');
  return [
    text,
    text.trim(),
    Buffer.from(text).toString('base64'),
    ...(isBase64 && decoded.length >= SHORTEST ? [decoded] : []),
  ];
}
