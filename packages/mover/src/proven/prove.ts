/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MoverOutcome,
  ProveConfig,
} from '@namespace-migration/plugin-migration-common';
import { receivedManifest } from '../compare';
import { compareManifests } from '../compareManifests';
import { greetingOf } from '../dial';
import { dialUntil } from '../dialUntil';
import { linesOf } from '../lines';
import { manifestOf } from '../manifest';
import { MoverError, Output } from '../output';
import { MoverKeys } from '../readConfig';
import { keepsChangeTimes } from './identity';
import { tellLine } from './keepProven';

const PROGRESS_EVERY_MS = 1_000;
/** Far more than any file system's clock needs to tell two changes apart. */
const AT_REST_MS = 10_000;

/**
 * Reads both sides beside a living application, and has the receiver remember what is the same: a comparison after the
 * application has stopped need not read it again, where `identityOf` says that nothing changed since. It judges
 * nothing: what differs here is read again there, as is what changed in the last ten seconds.
 * @throws MoverError when the receiver's manifest does not come whole
 */
export async function prove(
  config: ProveConfig,
  keys: MoverKeys,
  output: Output,
): Promise<MoverOutcome> {
  const startedAt = Date.now();
  const { mode, samplePercent, parallelism, volume } = config;
  const options = { mode, samplePercent, parallelism };
  const outcome = { kind: 'proven' as const, volume: volume.name };
  let files = 0;
  let bytes = 0;
  let bytesDone = 0;
  if (!(await keepsChangeTimes(volume.path))) {
    return { ...outcome, files, bytes, seconds: 0, noChangeTimes: true };
  }
  const common = { ...greetingOf(config), volume: volume.name };
  const open = (hello: Parameters<typeof dialUntil>[0]['hello']) =>
    dialUntil(
      { endpoint: config.endpoint, peerName: config.peerName, keys, hello },
      config.deadlineSeconds,
      output,
    );
  const remembering = await open({ op: 'remember', ...common });
  const manifest = await open({
    op: 'manifest',
    ...common,
    ...options,
    identify: true,
  });
  const reporting = setInterval(() => {
    output.send({ type: 'progress', volume: volume.name, bytesDone });
    manifest.write('\n');
    remembering.write('\n');
  }, PROGRESS_EVERY_MS);
  try {
    await compareManifests(
      manifestOf(volume.path, {
        ...options,
        identify: { restMs: AT_REST_MS },
        onHashed: hashed => {
          bytesDone += hashed;
        },
      }),
      receivedManifest(manifest),
      () => undefined,
      [],
      async (a, b) => {
        if (a.i && b.i && a.d && a.d === b.d) {
          files += 1;
          bytes += a.s ?? 0;
          await tellLine(remembering, { p: a.p, a: a.i, b: b.i, d: a.d });
        }
      },
    );
    await tellLine(remembering, { end: files });
    for await (const line of linesOf(remembering)) {
      if (JSON.parse(line).ok) {
        const seconds = (Date.now() - startedAt) / 1000;
        return { ...outcome, files, bytes, seconds };
      }
    }
    throw new MoverError(
      'ConnectionBroken',
      'The receiver ended the connection before it had kept what was proven.',
    );
  } finally {
    clearInterval(reporting);
    manifest.destroy();
    remembering.destroy();
  }
}
