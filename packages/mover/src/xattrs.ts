/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { linesOf } from './lines';

/** SELinux labels belong to a node's policy, not to the data. */
const ignored = new Set(['security.selinux']);

/**
 * All extended attributes below a path, POSIX ACLs among them (`system.posix_acl_*`, which hold numeric ids).
 * Key: path relative to the root as latin1 (one character a byte); value: `name=0xhex` sorted.
 * Node has no call for xattrs, hence `getfattr`.
 */
export async function readXattrs(
  root: string,
): Promise<Map<string, string[]>> {
  const child = spawn(
    'getfattr',
    ['-R', '-P', '-h', '-d', '-m', '-', '-e', 'hex', '--absolute-names', root],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
  );
  let stderr = '';
  child.stderr.on('data', chunk => {
    stderr = (stderr + chunk).slice(-2048);
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve(code ?? -1));
  });
  ended.catch(() => undefined);
  const found = new Map<string, string[]>();
  let current: string[] | undefined;
  for await (const line of linesOf(latin1(child.stdout))) {
    if (line.startsWith('# file: ')) {
      const path = unquote(line.slice('# file: '.length));
      current = [];
      found.set(relative(root, path), current);
    } else if (line.includes('=') && current) {
      const name = unquote(line.slice(0, line.indexOf('=')));
      if (!ignored.has(name)) {
        current.push(`${name}=${line.slice(line.indexOf('=') + 1)}`);
      }
    }
  }
  const code = await ended;
  // Files that vanish meanwhile are the comparison's finding, not a failure of this listing.
  const real = stderr
    .split('\n')
    .filter(line => line && !/No such file or directory/.test(line));
  if (code !== 0 && real.length > 0) {
    throw new Error(`getfattr ended with ${code}: ${real.join(' | ')}`);
  }
  for (const [path, list] of found) {
    if (list.length === 0) {
      found.delete(path);
    } else {
      list.sort();
    }
  }
  return found;
}

async function* latin1(
  stream: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  // linesOf decodes UTF-8; re-encoding each byte as a character keeps names in any bytes whole.
  for await (const chunk of stream) {
    yield Buffer.from(chunk.toString('latin1'), 'utf8');
  }
}

function relative(root: string, path: string): string {
  const base = Buffer.from(root, 'utf8').toString('latin1');
  return path === base ? '' : path.slice(base.length).replace(/^\/+/, '');
}

/** getfattr writes control characters and backslashes as `\ooo`. */
export function unquote(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
