/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResticOutput } from './ResticOutput';

const error = (item: string, message: string) =>
  JSON.stringify({ message_type: 'error', error: { message }, item });

describe('what restic tells', () => {
  it('is progress of a backup and of a restore', () => {
    const told = new ResticOutput();
    told.add(
      '{"message_type":"status","percent_done":0.5,"total_files":4,"files_done":2,"total_bytes":100,"bytes_done":50}',
    );
    expect(told.progress).toMatchObject({ bytesDone: 50, filesDone: 2 });
    told.add(
      '{"message_type":"status","total_files":9,"files_restored":1,"files_skipped":7,"total_bytes":100,"bytes_restored":30,"bytes_skipped":40}',
    );
    expect(told.progress).toMatchObject({
      bytesDone: 70,
      bytesTotal: 100,
      filesDone: 8,
      filesTotal: 9,
    });
  });

  it('tells files that vanished from those that could not be read', () => {
    const told = new ResticOutput();
    told.add(error('/volume/a', 'lstat a: no such file or directory'));
    expect(told).toMatchObject({ vanished: 1, serious: 0 });
    told.add(error('/volume/b', 'open b: permission denied'));
    expect(told).toMatchObject({ vanished: 1, serious: 1, noSpace: false });
    told.add(error('/volume/c', 'write c: no space left on device'));
    expect(told).toMatchObject({ serious: 2, noSpace: true });
    expect(told.excerpt).toContain('/volume/b: open b: permission denied');
  });

  it('knows since when the storage refuses, until it takes something', () => {
    let now = 1000;
    const told = new ResticOutput(() => now);
    const refused =
      'Save(<data/1234>) returned error, retrying after 720ms: 503 Service Unavailable';
    told.add(refused);
    now = 5000;
    told.add(refused);
    expect(told.refusedSince).toBe(1000);
    told.add('Save(<data/1234>) operation successful after 2 retries');
    expect(told.refusedSince).toBeUndefined();
    told.add(refused);
    told.add('{"message_type":"status","bytes_done":1}');
    expect(told.refusedSince).toBeUndefined();
  });
});
