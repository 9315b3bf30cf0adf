/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseArgs } from 'node:util';
import { type KubeconfigReference } from './loadKubeconfig';

export const usage = `usage: npm run demo -- [options]
  Starts two Kubernetes clusters on this machine, deploys a demo application into one of them and starts the portal
  at http://localhost:3000 with a migration ready to be clicked. Ctrl-C stops the portal.

  --once --report FILE           no browser: stages twice, cuts over, proves it, rolls back and cuts over again;
                                 writes FILE, takes everything down and exits 0 only if all of it held
  --source-kubeconfig FILE[:CONTEXT] --destination-kubeconfig FILE[:CONTEXT]
                                 run it on two clusters that you have, without root
  --mover-image NAME             images that these clusters can pull
  --demo-image NAME
  --namespace NAME               with --once: the application's namespace (webshop)
  --database-size MIB            generated rows (300)
  --files N                      pages of the website (20000)
  --port N                       of the portal (3000; a free one with --once)
  --instance N                   which local clusters (0; 8 with --once), or NAMESPACE_MIGRATION_INSTANCE`;

export interface DemoArguments {
  once: boolean;
  report?: string;
  /** Clusters that the user has; local ones when absent. */
  kubeconfigs?: {
    source: KubeconfigReference;
    destination: KubeconfigReference;
  };
  moverImage?: string;
  demoImage?: string;
  namespace: string;
  databaseMiB: number;
  websiteFiles: number;
  port?: number;
  instance: number;
}

/** The arguments make no sense; the message says which and what to do. */
export class UsageError extends Error {}

const localInstance = 0;
/** So that a run without a browser leaves alone what `npm run demo` has running. */
const onceInstance = 8;

/** @returns undefined when help is asked for. @throws UsageError. Touches nothing: `exists` tells whether a file is there. */
export function parseArguments(
  args: string[],
  env: Record<string, string | undefined>,
  exists: (file: string) => boolean,
): DemoArguments | undefined {
  const values = valuesOf(args);
  if (values.help) {
    return undefined;
  }
  const once = values.once ?? false;
  if (once && values.report === undefined) {
    throw new UsageError(
      '--once needs --report FILE: where to write the report',
    );
  }
  if (!once && values.report !== undefined) {
    throw new UsageError('--report goes with --once; give both or neither');
  }
  if (!once && values.namespace !== undefined) {
    throw new UsageError(
      "--namespace goes with --once: the portal's catalog knows the application in namespace webshop",
    );
  }
  const source = values['source-kubeconfig'];
  const destination = values['destination-kubeconfig'];
  if ((source === undefined) !== (destination === undefined)) {
    throw new UsageError(
      `${
        source === undefined
          ? '--source-kubeconfig'
          : '--destination-kubeconfig'
      } is missing: give both kubeconfigs, or neither for clusters on this machine`,
    );
  }
  const kubeconfigs =
    source !== undefined && destination !== undefined
      ? {
          source: referenceOf('--source-kubeconfig', source, exists),
          destination: referenceOf(
            '--destination-kubeconfig',
            destination,
            exists,
          ),
        }
      : undefined;
  for (const option of ['mover-image', 'demo-image'] as const) {
    if (values[option] !== undefined && !kubeconfigs) {
      throw new UsageError(
        `--${option} goes with --source-kubeconfig and --destination-kubeconfig; local clusters get images that are built here`,
      );
    }
    if (values[option] === '') {
      throw new UsageError(`--${option} is empty: name an image`);
    }
  }
  const namespace = values.namespace ?? 'webshop';
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) {
    throw new UsageError(
      `--namespace is '${namespace}', but must be at most 63 small letters, digits and dashes, beginning and ending with a letter or digit`,
    );
  }
  const instance =
    values.instance ?? (env.NAMESPACE_MIGRATION_INSTANCE || undefined);
  if (values.instance !== undefined && kubeconfigs) {
    throw new UsageError(
      '--instance names local clusters; leave it out when you give kubeconfigs',
    );
  }
  return {
    once,
    report: values.report,
    kubeconfigs,
    moverImage: values['mover-image'],
    demoImage: values['demo-image'],
    namespace,
    databaseMiB:
      numberOf('--database-size', values['database-size'], 1, 100_000) ?? 300,
    websiteFiles: numberOf('--files', values.files, 1, 10_000_000) ?? 20_000,
    port: numberOf('--port', values.port, 1, 65_535),
    instance:
      numberOf('--instance', instance, 0, 254) ??
      (once ? onceInstance : localInstance),
  };
}

function valuesOf(args: string[]) {
  try {
    const string = { type: 'string' } as const;
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        once: { type: 'boolean' },
        report: string,
        'source-kubeconfig': string,
        'destination-kubeconfig': string,
        'mover-image': string,
        'demo-image': string,
        namespace: string,
        'database-size': string,
        files: string,
        port: string,
        instance: string,
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function numberOf(
  option: string,
  value: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new UsageError(
      `${option} is '${value}', but must be a whole number from ${least} to ${most}`,
    );
  }
  return number;
}

/** A colon may be part of a file's name: what exists as a whole is taken as a whole. */
function referenceOf(
  option: string,
  value: string,
  exists: (file: string) => boolean,
): KubeconfigReference {
  if (exists(value)) {
    return { file: value };
  }
  const colon = value.lastIndexOf(':');
  const file = value.slice(0, Math.max(colon, 0));
  // contexts have colons too (arn:aws:eks:...): the first split whose file exists counts
  for (let at = value.indexOf(':'); at > 0; at = value.indexOf(':', at + 1)) {
    if (exists(value.slice(0, at)) && at < value.length - 1) {
      return { file: value.slice(0, at), context: value.slice(at + 1) };
    }
  }
  throw new UsageError(
    `${option}: there is no file ${file || value}; give FILE or FILE:CONTEXT`,
  );
}
