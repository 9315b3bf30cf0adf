/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDirectory } from '../../independentComparison';
import { Content, MatrixData } from '../MatrixData';
import { describeDevice, differentDigests, digestsOf } from './devices';

/** Commits a row, then tells of it in a journal; a full journal is sealed under a name of its own. */
const writer = `
import hashlib, os, sqlite3, time
database = sqlite3.connect("/data/rows.sqlite")
database.execute("pragma journal_mode=wal")
database.execute("create table if not exists rows(id integer primary key, value text)")
row = database.execute("select coalesce(max(id), 0) from rows").fetchone()[0]
while True:
    row += 1
    value = hashlib.sha256(str(row).encode()).hexdigest()
    database.execute("insert into rows values (?, ?)", (row, value))
    database.commit()
    with open("/data/journal", "a") as journal:
        journal.write("%d %s\\n" % (row, value))
        journal.flush()
        os.fsync(journal.fileno())
    if row % 100 == 0:
        os.rename("/data/journal", "/data/segment-%08d" % row)
    time.sleep(0.02)
`;

const segmentsOf = (path: string) =>
  readdirSync(path)
    .filter(name => name.startsWith('segment-'))
    .sort();

/** Rows in the database file, read by SQLite itself. A frozen one is copied first, so that nothing is written to it. */
function rowsOf(path: string, lives: boolean): Map<number, string> {
  const dir = mkdtempSync(join(tmpdir(), 'rows-'));
  try {
    if (!lives) {
      for (const file of ['rows.sqlite', 'rows.sqlite-wal']) {
        if (existsSync(join(path, file))) {
          cpSync(join(path, file), join(dir, file));
        }
      }
    }
    const told = execFileSync(
      process.execPath,
      [
        '--no-warnings',
        '-e',
        `const { DatabaseSync } = require('node:sqlite');
         const database = new DatabaseSync(process.argv[1], { readOnly: ${lives} });
         const [{ integrity_check: sound }] = database.prepare('pragma integrity_check').all();
         if (sound !== 'ok') throw new Error(sound);
         console.log(JSON.stringify(database.prepare('select id, value from rows').all()));`,
        join(lives ? path : dir, 'rows.sqlite'),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    return new Map(
      JSON.parse(told).map(({ id, value }: any) => [id, value] as const),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const journalOf = (path: string) => {
  const journal = join(path, 'journal');
  return existsSync(journal)
    ? readFileSync(journal, 'utf8').split('\n').filter(Boolean)
    : [];
};

const directory: Content = {
  fill: () => undefined,
  // its writer changes it all the time
  change: () => undefined,
  writer: ['python3', '-c', writer],
  describe: describeDirectory,
  differences({ source, copy, living, copyLives }) {
    let differences = 0;
    for (const segment of segmentsOf(source)) {
      if (living && statSync(join(source, segment)).mtimeMs > living.since) {
        continue;
      }
      const there = join(copy, segment);
      if (
        !existsSync(there) ||
        !readFileSync(there).equals(readFileSync(join(source, segment)))
      ) {
        differences += 1;
      }
    }
    if (living) {
      return differences;
    }
    const here = rowsOf(source, false);
    const rows = rowsOf(copy, copyLives ?? false);
    for (const [id, value] of here) {
      differences += rows.get(id) === value ? 0 : 1;
    }
    // what the journal tells was committed
    for (const line of journalOf(source)) {
      const [id, value] = line.split(' ');
      differences += rows.get(Number(id)) === value ? 0 : 1;
    }
    return differences;
  },
};

const MIB = 1 << 20;
const SLOTS = 512;

/** Counts for ever in the first mebibyte; slot n mod 512 holds the last n that came to it. What lies behind stays. */
const deviceWriter = `
if [ "$(dd if=/dev/disk bs=4 count=1 skip=1 status=none)" != made ]; then
  dd if=/dev/urandom of=/dev/disk bs=1M seek=8 count=4 conv=notrunc status=none
  printf '0000made' | dd of=/dev/disk bs=8 count=1 conv=notrunc,fsync status=none
fi
n=$(dd if=/dev/disk bs=16 skip=1 count=${SLOTS} status=none | tr -d '\\0' | sort -n | tail -1 | sed 's/^0*//')
while :; do
  n=$((n + 1))
  printf '%015d\\n' $n | dd of=/dev/disk bs=16 seek=$((1 + n % ${SLOTS})) count=1 conv=notrunc,fsync status=none
  sleep 0.1
done`;

const lastOf = (path: string) =>
  Math.max(
    0,
    ...readFileSync(path)
      .subarray(16, 16 + SLOTS * 16)
      .toString('latin1')
      .replaceAll('\0', '')
      .split('\n')
      .map(Number),
  );

const device: Content = {
  fill: () => undefined,
  change: () => undefined,
  writer: ['bash', '-ec', deviceWriter],
  describe: describeDevice,
  differences({ source, copy, living }) {
    const rest = differentDigests(digestsOf(source, MIB), digestsOf(copy, MIB));
    // it goes on counting where the other has ended, so that no number is lost
    return living || lastOf(copy) >= lastOf(source) ? rest : rest + 1;
  },
};

export const database: MatrixData = {
  name: 'database',
  storage: () => '64Mi',
  directory,
  device,
};
