/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MoverError } from '../output';
import { RegistryClient } from './RegistryClient';
import { isFull } from './registryFailure';

/** Of whom skopeo's last words complain. */
export type Complaint =
  | {
      about:
        | 'corrupt'
        | 'unreachable'
        | 'rejected'
        | 'notTrusted'
        | 'full'
        | 'other';
      side: 'source' | 'target';
    }
  | { about: 'notFound'; side: 'source' };

/** Reads skopeo's error. It names the side by what it was doing: sources are initialised and read, targets written. */
export function complaintOf(words: string): Complaint {
  const side =
    /initializing source|reading (?:manifest|blob|config|signatures)|reading from|fetching/i.test(
      words,
    )
      ? 'source'
      : 'target';
  if (
    /digest did not match|unexpected (?:size|EOF)|corrupt/i.test(words) &&
    !/pinging/.test(words)
  ) {
    return { about: 'corrupt', side: 'source' };
  }
  if (/x509|certificate|tls: failed to verify/i.test(words)) {
    return { about: 'notTrusted', side };
  }
  if (/unauthorized|authentication required|denied|forbidden/i.test(words)) {
    return isFull(words)
      ? { about: 'full', side }
      : { about: 'rejected', side };
  }
  if (isFull(words)) {
    return { about: 'full', side: 'target' };
  }
  if (
    /manifest unknown|name unknown|not found|blob unknown/i.test(words) &&
    side === 'source'
  ) {
    return { about: 'notFound', side };
  }
  return /dial tcp|connection (?:refused|reset)|no such host|i\/o timeout|deadline exceeded|broken pipe|no route/i.test(
    words,
  )
    ? { about: 'unreachable', side }
    : { about: 'other', side };
}

/** The error that skopeo ended with. Queries of URLs go: storage services have signatures in them that let others in. */
export function lastWordsOf(said: string): string {
  const fatal = said
    .split('\n')
    .filter(line => /level=(?:fatal|error)/.test(line))
    .pop();
  return (/msg="(.*)"\s*$/.exec(fatal ?? '')?.[1] ?? said.slice(-500))
    .replace(/\\"/g, '"')
    .replace(/(https?:\/\/[^\s"?]+)\?[^\s"]*/g, '$1?…')
    .slice(0, 500);
}

/** What another try cannot change. */
export const final = new Set([
  'RegistryNotTrusted',
  'RegistryCredentialsRejected',
  'RegistryFull',
  'ImageNotFound',
  'ImageFormatUnknown',
]);

/** skopeo's end as a failure that names image, registry, cause and cure. */
export async function explainSkopeo(
  image: string,
  said: string,
  sides: { source: RegistryClient; target: RegistryClient },
  targetRepository: string,
): Promise<MoverError> {
  const words = lastWordsOf(said);
  const { about, side } = complaintOf(words);
  const failure = sides[side].failure(
    image,
    side === 'target' ? 'written to' : 'read',
  );
  switch (about) {
    case 'other': {
      if (side === 'source') {
        return failure.refused(words);
      }
      // it keeps the registry's reason for itself
      const refusal = await sides.target
        .refusalToWrite(image, targetRepository)
        .catch(error => error as MoverError);
      return refusal instanceof MoverError ? refusal : failure.refused(words);
    }
    case 'corrupt':
      return sides.source.failure(image).corrupt(words);
    default:
      return failure[about](words);
  }
}
