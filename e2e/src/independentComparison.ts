/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';

/** What a directory of this machine holds, told by find, sha256sum and getfattr: none of the product's code. */
export function describeDirectory(directory: string): string {
  const script = `
    { find . -type d -printf '%P d %m %U %G %T@\\0'; find . -type l -printf '%P l %U %G %T@ %l\\0'; find . ! -type d ! -type l -printf '%P %y %m %U %G %T@ %s %n\\0'; } | sort -z | tr '\\0' '\\n'
    find . -type f -print0 | sort -z | xargs -0r sha256sum
    getfattr -R -P -h -d -m - -e hex . 2>/dev/null | sed '/^$/d' | paste -sd' ' | sed 's/# file: /\\n/g' | sort`;
  return execFileSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
    cwd: directory,
    encoding: 'latin1',
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'C' },
  });
}
