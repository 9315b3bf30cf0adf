/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearTheWay, removeDirectoryAt, specialIn } from './clearTheWay';
import { restoreSockets, socketsOn } from './sockets';

describe('what restic does not restore by itself', () => {
  let folder: string;
  let root: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sockets-'));
    root = join(folder, 'volume');
    mkdirSync(join(root, 'run'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const mtime = (path: string) => lstatSync(path, { bigint: true }).mtimeNs;

  it('a socket is made with owner, mode and time, and its folder keeps its own time', async () => {
    execFileSync('touch', ['-d', '@1000000000.123456789', join(root, 'run')]);
    execFileSync('touch', ['-d', '@1000000000.5', root]);
    const entry = {
      path: Buffer.from('run/s').toString('base64'),
      uid: 11,
      gid: 12,
      mode: 0o740,
      mtime: '1012608000123456789',
    };
    await restoreSockets(root, [entry]);
    expect(await socketsOn(root)).toEqual({ sockets: [entry], untold: 0 });
    const made = lstatSync(join(root, 'run/s'));
    expect(made.isSocket()).toBe(true);
    expect([made.uid, made.gid, made.mode & 0o777]).toEqual([11, 12, 0o740]);
    expect(mtime(join(root, 'run/s'))).toBe(1012608000123456789n);
    expect(mtime(join(root, 'run'))).toBe(1000000000123456789n);
    expect(mtime(root)).toBe(1000000000500000000n);
    expect(readdirSync(root)).toEqual(['run']);
  });

  it('links, pipes and devices are told from folders, files and other lines', () => {
    const node = (type: string) =>
      JSON.stringify({ type, path: '/volume/x', struct_type: 'node' });
    expect(specialIn('{"struct_type":"snapshot"}')).toBeUndefined();
    expect(specialIn(node('dir'))).toBeUndefined();
    expect(specialIn(node('file'))).toBeUndefined();
    expect(specialIn(node('symlink'))).toMatchObject({ path: '/volume/x' });
  });

  it('a directory makes way for a link, but not one behind a link', () => {
    execFileSync('sh', ['-c', 'mkdir -p a/b c/d; touch a/b/x; ln -s a l'], {
      cwd: root,
    });
    removeDirectoryAt(join(root, 'absent'));
    removeDirectoryAt(join(root, 'l/b'));
    removeDirectoryAt(join(root, 'l'));
    expect(readdirSync(root)).toEqual(['a', 'c', 'l', 'run']);
    expect(readdirSync(join(root, 'a'))).toEqual(['b']);
    removeDirectoryAt(join(root, 'a'));
    expect(readdirSync(root)).toEqual(['c', 'l', 'run']);
  });

  it('pipes, sockets and further links are out of the way before, and files stay', async () => {
    const at = (name: string) => join(root, name);
    execFileSync('mkfifo', [at('pipe')]);
    execFileSync('sh', ['-c', 'echo x > a; ln a b; ln a run/c; ln -s a l'], {
      cwd: root,
    });
    expect(await clearTheWay(root)).toBe(3);
    expect(readdirSync(root)).toEqual(['a', 'l', 'run']);
    expect(readdirSync(at('run'))).toEqual([]);
  });
});
