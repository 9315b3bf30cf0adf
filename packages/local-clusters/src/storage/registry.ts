/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../deadline';
import type { Instance } from '../instance';
import { refuseTakenPort } from '../network/takenAddresses';
import type { Daemons } from '../processes/daemons';
import type { Progress } from '../progress';

/** Debian's docker-registry (Distribution 2.8) on the bridge. */
export async function startRegistry(
  instance: Instance,
  daemons: Daemons,
  progress: Progress,
): Promise<{ host: string }> {
  progress.step('Starting the image registry');
  const dir = join(instance.stateDir, 'registry');
  mkdirSync(join(dir, 'data'), { recursive: true });
  const host = `${instance.hostAddress}:5000`;
  const config = join(dir, 'config.yml');
  writeFileSync(
    config,
    JSON.stringify({
      version: 0.1,
      storage: {
        filesystem: { rootdirectory: join(dir, 'data') },
        delete: { enabled: true },
      },
      http: { addr: host },
    }),
  );
  if (!daemons.isRunning('registry')) {
    await refuseTakenPort(instance.hostAddress, 5000, 'The image registry');
  }
  await daemons.start({
    name: 'registry',
    command: 'docker-registry',
    args: ['serve', config],
  });
  await waitUntil(
    'image registry',
    async () => (await fetch(`http://${host}/v2/`)).status === 200,
    {
      seconds: 30,
      givenUp: () => daemons.whyDead('registry'),
      explain: () => daemons.explain('registry'),
    },
  );
  return { host };
}
