/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { linesOf } from './lines';

/**
 * Labels that a node's policy or a file system's driver gives and only they may set: not data of the volume, and
 * not readable without rights that a mover does not have. rsync gets the same rule (`rsyncArguments`).
 */
export function isForeignAttribute(name: string): boolean {
  return (
    name.startsWith('trusted.') ||
    (name.startsWith('security.') && name !== 'security.capability')
  );
}

/**
 * The extended attributes of the given paths, POSIX ACLs among them (`system.posix_acl_*`, which hold numeric
 * ids). Key: the path as latin1 (one character a byte); value: `name=0xhex` sorted; paths without any are absent.
 * Node has no call for xattrs, hence `getfattr`; the paths go through `xargs -0` because arguments of Node's
 * `spawn` cannot hold bytes that are not UTF-8.
 * @throws when attributes cannot be read for another reason than that the path vanished
 */
export async function readXattrs(
  paths: Buffer[],
): Promise<Map<string, string[]>> {
  const child = spawn(
    'xargs',
    [
      '-0',
      'getfattr',
      '-P',
      '-h',
      '-d',
      '-m',
      '-',
      '-e',
      'hex',
      '--absolute-names',
      '--',
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
  );
  let stderr = '';
  child.stderr.on('data', chunk => {
    stderr = (stderr + chunk).slice(-65536);
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve(code ?? -1));
  });
  ended.catch(() => undefined);
  child.stdin.on('error', () => undefined);
  child.stdin.end(
    Buffer.concat(paths.flatMap(path => [path, Buffer.from([0])])),
  );
  const found = await parseGetfattr(child.stdout);
  const code = await ended;
  const real = stderr
    .split('\n')
    .filter(
      line =>
        line &&
        !/No such file or directory|Not a directory|Operation not supported/.test(
          line,
        ),
    );
  if (code !== 0 && (real.length > 0 || code !== 123)) {
    throw new Error(
      `getfattr ended with ${code}: ${real.slice(0, 5).join(' | ')}`,
    );
  }
  return found;
}

export async function parseGetfattr(
  stdout: AsyncIterable<Buffer>,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  let current: string[] | undefined;
  let path = '';
  const keep = () => {
    if (current && current.length > 0) {
      found.set(path, current.sort());
    }
  };
  for await (const line of linesOf(latin1(stdout))) {
    if (line.startsWith('# file: ')) {
      keep();
      path = unquote(line.slice('# file: '.length));
      current = [];
    } else if (line.length > 0 && current) {
      // An attribute without a value has no equals sign.
      const end = line.includes('=') ? line.indexOf('=') : line.length;
      const name = unquote(line.slice(0, end));
      if (!isForeignAttribute(name)) {
        current.push(`${name}=${line.slice(end + 1)}`);
      }
    }
  }
  keep();
  return found;
}

async function* latin1(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  // linesOf decodes UTF-8; re-encoding each byte as a character keeps names in any bytes whole.
  for await (const chunk of stream) {
    yield Buffer.from(chunk.toString('latin1'), 'utf8');
  }
}

/** getfattr writes line ends and backslashes as `\ooo`. */
export function unquote(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
