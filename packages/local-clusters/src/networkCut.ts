/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { run, tryRun } from './command';
import type { LocalEnvironment } from './environment';

/** Cuts the traffic between the two clusters (not that of the host with either), or mends it. */
export async function setNetworkCut(
  environment: LocalEnvironment,
  cut: boolean,
): Promise<void> {
  for (const [own, other] of [
    [environment.source, environment.destination],
    [environment.destination, environment.source],
  ]) {
    const netns = `--net=/run/netns/${own.net.namespace}`;
    for (const chain of ['INPUT', 'FORWARD']) {
      const rule = [chain, '-s', other.net.nodeAddress, '-j', 'DROP'];
      const present =
        (await tryRun('nsenter', [netns, 'iptables', '-C', ...rule])) !==
        undefined;
      if (cut !== present) {
        await run('nsenter', [netns, 'iptables', cut ? '-I' : '-D', ...rule]);
      }
    }
  }
}
