/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProveConfig } from '@namespace-migration/plugin-migration-common';
import { Movers } from '../testing/movers';
import { ODD_FILES } from '../testing/oddFiles';
import { isAtRest } from './identity';

jest.setTimeout(90_000);

const REST_MS = 10_500;

describe('what was read before', () => {
  let movers: Movers;
  beforeEach(async () => {
    movers = new Movers();
    await movers.receive();
  });
  afterEach(() => movers.close());

  const prove = async (options: Partial<ProveConfig> = {}) => {
    const { maxDifferences: _, ...config } = movers.compareConfig();
    const outcome = await movers.outcome({
      ...config,
      mode: 'full',
      ...options,
      role: 'prove',
    });
    if (outcome.kind !== 'proven') {
      throw new Error(outcome.kind);
    }
    return outcome;
  };

  async function compare(recall = true) {
    const { lines, result } = await movers.run(
      movers.compareConfig({ recall }),
    );
    if (!result.ok || result.outcome.kind !== 'compared') {
      throw new Error(JSON.stringify(result));
    }
    return {
      notReadAgain: result.outcome.notReadAgain?.files ?? 0,
      files: result.outcome.files,
      told: lines
        .flatMap(line =>
          line.type === 'difference' ? [`${line.path} ${line.field}`] : [],
        )
        .sort(),
    };
  }

  it('is not read again where nothing changed, and is where anything did, on either side', async () => {
    movers.shell(ODD_FILES);
    movers.shell('for i in $(seq 300); do echo $i > f$i; done');
    await movers.outcome(movers.sendConfig());
    expect((await prove()).files).toBe(0);
    await sleep(REST_MS);
    movers.shell('echo young > young');
    const proven = await prove();
    expect(proven.files).toBeGreaterThan(300);
    await movers.outcome(movers.sendConfig());
    const first = await compare();
    expect(first).toMatchObject({ notReadAgain: proven.files, told: [] });
    expect(first.files).toBeGreaterThan(proven.files);
    expect(await compare(false)).toMatchObject({ notReadAgain: 0, told: [] });

    const keepingTimes = (file: string, change: string) =>
      `touch -r . ../root; touch -r ${file} ../ref; ${change}; touch -r ../ref ${file}; touch -r ../root .`;
    movers.shell(
      `${keepingTimes(
        'big',
        'printf X | dd of=big bs=1 seek=77 conv=notrunc status=none',
      )}
       ${keepingTimes('f7', 'printf 8 > f8x; mv f8x f7; echo >> f7')}`,
    );
    movers.shell(
      keepingTimes('f9', 'printf X | dd of=f9 bs=1 conv=notrunc status=none'),
      movers.destination,
    );
    expect(await compare()).toMatchObject({
      notReadAgain: proven.files - 3,
      told: ['big content', 'f7 content', 'f9 content'],
    });
  });

  it('is read again when the receiver is another, or has only half of it', async () => {
    movers.shell('for i in $(seq 50); do echo $i > f$i; done');
    await movers.outcome(movers.sendConfig());
    await sleep(REST_MS);
    expect(
      (await prove({ mode: 'sample', samplePercent: 20 })).files,
    ).toBeLessThan(30);
    expect((await prove()).files).toBe(50);
    const kept = `${movers.dir}/state/proven-volume`;
    movers.shell(`head -20 ${kept} > ${kept}.half; mv ${kept}.half ${kept}`);
    expect(await compare()).toMatchObject({ notReadAgain: 20, told: [] });
    movers.shell(`rm ${kept}`);
    expect(await compare()).toMatchObject({ notReadAgain: 0, told: [] });
  });

  // a page that is dirty when it is read may be written again without a new ctime, unless it was flushed
  it('is read again when a mapping was written to', async () => {
    const writer = spawn(
      process.execPath,
      [
        '--no-warnings',
        '-e',
        `const { DatabaseSync } = require('node:sqlite');
         const database = new DatabaseSync('rows.sqlite');
         database.exec('pragma journal_mode=wal; pragma wal_autocheckpoint=0; create table rows(value); insert into rows values (1)');
         console.log('ready');
         process.stdin.on('data', () => {
           database.exec('insert into rows values (2)');
           console.log('written');
         });`,
      ],
      { cwd: movers.source, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    movers.onClose(() => writer.kill('SIGKILL'));
    await once(writer.stdout, 'data');
    await movers.outcome(movers.sendConfig());
    await sleep(REST_MS);
    expect((await prove()).files).toBe(3);
    writer.stdin.write('again\n');
    await once(writer.stdout, 'data');
    const { told, notReadAgain } = await compare();
    expect(told).toContain('rows.sqlite-shm content');
    expect(notReadAgain).toBe(1);
  });

  it('counts only as long as its last change is past', () => {
    const changed = (ctimeMs: number) => ({ ctimeMs: BigInt(ctimeMs) });
    expect(isAtRest(changed(1000), 500, 1600)).toBe(true);
    expect(isAtRest(changed(1200), 500, 1600)).toBe(false);
    expect(isAtRest(changed(9999), 500, 1600)).toBe(false);
  });
});
