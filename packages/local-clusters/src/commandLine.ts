/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseArgs } from 'node:util';
import {
  optionalParts,
  type EnvironmentOptions,
  type OptionalPart,
} from './environment';
import { instanceOf } from './instance';

export const usage = `usage: npm run clusters -- up | status | down
  --instance N                 another environment beside the first (0)
  --state DIR                  where it keeps its state
  --source-binaries DIR        Kubernetes binaries of your own for the source cluster
  --destination-binaries DIR   the same for the destination
  --without s3,registry        leave these out`;

export class UsageError extends Error {
  readonly name = 'UsageError';
}

const commands = ['up', 'status', 'down'] as const;

export interface CommandLine {
  command: (typeof commands)[number] | 'help';
  options: EnvironmentOptions;
}

/** @throws UsageError naming the argument */
export function parseCommandLine(args: string[]): CommandLine {
  const { positionals, values } = parsed(args);
  if (values.help) {
    return { command: 'help', options: {} };
  }
  const [word, ...more] = positionals;
  const command = commands.find(name => name === word);
  if (!command) {
    throw new UsageError(
      word === undefined
        ? 'Say what to do'
        : `'${word}' is none of ${commands.join(', ')}`,
    );
  }
  if (more.length > 0) {
    throw new UsageError(`'${more[0]}' is one word too many`);
  }
  const options: EnvironmentOptions = {
    ...(values.instance !== undefined && {
      instance: Number(values.instance || NaN),
    }),
    ...(values.state !== undefined && { stateDir: values.state }),
    binaries: {
      source: values['source-binaries'],
      destination: values['destination-binaries'],
    },
    ...(values.without !== undefined && { without: partsOf(values.without) }),
  };
  try {
    instanceOf(options.instance ?? 0, options.stateDir);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  return { command, options };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        instance: { type: 'string' },
        state: { type: 'string' },
        'source-binaries': { type: 'string' },
        'destination-binaries': { type: 'string' },
        without: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function partsOf(text: string): OptionalPart[] {
  return text.split(',').map(part => {
    const known = optionalParts.find(name => name === part.trim());
    if (!known) {
      throw new UsageError(
        `--without ${text}: '${part}' is none of ${optionalParts.join(', ')}`,
      );
    }
    return known;
  });
}
