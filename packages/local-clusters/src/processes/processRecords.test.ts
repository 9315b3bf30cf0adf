/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessRecords, type ProcessRecord } from './processRecords';
import { identityOf, parseStat } from './processTable';

describe('ProcessRecords', () => {
  let dir: string;
  let records: ProcessRecords;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'records-'));
    records = new ProcessRecords(join(dir, 'processes'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const living: ProcessRecord = {
    ...identityOf(process.pid)!,
    name: 'source-etcd',
    commandLine: ['etcd', '--data-dir=/x'],
    logFile: '/x/log',
  };

  it('remember until they are removed', () => {
    expect(records.all()).toEqual([]);
    records.write(living);
    expect(records.read('source-etcd')).toEqual(living);
    expect(records.all()).toEqual([living]);
    records.remove('source-etcd');
    expect(records.read('source-etcd')).toBeUndefined();
    records.remove('source-etcd');
  });

  it('tell a living process from another one with its pid', () => {
    records.write(living);
    expect(records.alive('source-etcd')).toEqual(living);
    records.write({ ...living, startTime: '1' });
    expect(records.alive('source-etcd')).toBeUndefined();
    records.write({ ...living, bootId: 'earlier' });
    expect(records.alive('source-etcd')).toBeUndefined();
  });

  it('name the file that cannot be read', () => {
    records.write(living);
    writeFileSync(join(dir, 'processes/source-etcd.json'), '{');
    expect(() => records.read('source-etcd')).toThrow(
      /processes\/source-etcd\.json cannot be read .* delete it and run 'down'/,
    );
  });
});

describe('parseStat', () => {
  it('reads past a name with blanks and parentheses', () => {
    const rest = Array.from({ length: 48 }, (_, index) => `f${index + 5}`);
    expect(parseStat(`42 (tmux: (a) b) S 7 ${rest.join(' ')}`)).toEqual({
      state: 'S',
      parent: 7,
      startTime: 'f22',
    });
  });
});
