/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { MatrixData } from '../MatrixData';
import { describeDevice, differencesOfDevices, scribble } from './devices';
import { describeDirectory } from '../../independentComparison';
import { differencesOfDirectories } from './directories';

const shell = (script: string, cwd: string) =>
  execFileSync('bash', ['--norc', '-euc', script], {
    cwd,
    env: { ...process.env, LC_ALL: 'C' },
  });

const fill = `
echo plain > plain; head -c 3000000 /dev/urandom > big; ln plain hard; ln -s plain link; ln -s /nowhere dangling
truncate -s 50M sparse; printf end >> sparse; mkdir -p empty-dir deep/a/b; echo d > deep/a/b/c; ln plain deep/hard
echo x > attr; setfattr -n user.colour -v blue attr; setfacl -m u:1234:rw attr; setfacl -d -m u:1234:rw deep
echo o > owned; chown 1001:2002 owned; echo s > mode000; chmod 000 mode000; echo u > setuid; chmod 6755 setuid
echo n > $'new\\nline'; echo b > $'bytes-\\xff\\xfe'; echo s > ' blank '; echo d > -dash; mkfifo fifo; mknod device c 1 3
touch -d '1999-12-31 23:59:59.123456789' old; chmod 2775 deep; touch -h -d '2001-02-03' dangling`;

// may be done again
const change = `
echo more >> plain; printf X | dd of=big bs=1 seek=1500000 conv=notrunc status=none; rm -f link hard; ln big hard
rm -rf empty-dir; mkdir -p new-dir; date > new-dir/file; mv owned moved 2>/dev/null || mv moved owned; rm -rf attr; mkdir attr
chmod 600 mode000; setfattr -n user.shape -v round big; rm -f deep/hard; touch -d '2005-05-05' old; rm -f -- -dash
ln -s elsewhere -- -dash`;

export const oddFiles: MatrixData = {
  name: 'odd files',
  storage: () => '128Mi',
  directory: {
    fill: path => shell(fill, path),
    change: path => shell(change, path),
    describe: describeDirectory,
    differences: differencesOfDirectories,
  },
  // of a device, places that fit no chunk
  device: {
    fill: path =>
      scribble(path, [
        { at: 1, bytes: 1 },
        { at: (1 << 20) - 1, bytes: 2 },
        { at: 5_000_001, bytes: 3_333_333 },
        { at: 128 * (1 << 20) - 7, bytes: 7 },
      ]),
    change: path =>
      scribble(path, [
        { at: 0, bytes: 1 },
        { at: 5_000_001, bytes: 13 },
        { at: 99_999_999, bytes: 4097 },
      ]),
    describe: describeDevice,
    differences: differencesOfDevices,
  },
};
