/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { rmSync } from 'node:fs';
import { tracesOf } from './containers/traces';
import { removeTraces } from './containers/removeTraces';
import { instanceFor, lockOf, type EnvironmentOptions } from './environment';
import { clusterNames } from './instance';
import { refuseUnlessAble } from './machine/canRun';
import { unmountBelow } from './mounts';
import {
  removeBridge,
  removeNetworkNamespace,
} from './network/networkNamespace';
import { Daemons } from './processes/daemons';
import { withLock } from './processes/lock';
import { findOwnProcesses, killAll } from './processes/ownProcesses';
import { silentProgress } from './progress';
import { detachLoopDevicesOf } from './storage/loopDevices';

/** Ends and removes everything of the instance: processes, mounts, network namespaces, interfaces, cgroups, files. */
export async function down(options: EnvironmentOptions = {}): Promise<void> {
  refuseUnlessAble();
  const progress = options.progress ?? silentProgress;
  const instance = instanceFor(options);
  await withLock(lockOf(instance), 900, async () => {
    const daemons = new Daemons(instance);
    progress.step('Ending processes');
    await killAll(() => findOwnProcesses(instance, daemons.records));
    progress.step('Unmounting');
    const traces = tracesOf(instance);
    const isOwn = (file: string) => file.startsWith(`${instance.stateDir}/`);
    // before: a kubelet's device on top of another one has no name any more when its mount is gone
    await detachLoopDevicesOf(isOwn);
    await unmountBelow(instance.stateDir);
    // after: one that was mounted itself could not go before
    await detachLoopDevicesOf(isOwn);
    progress.step('Removing networks');
    await removeTraces(traces);
    for (const name of clusterNames) {
      await removeNetworkNamespace(instance, name);
    }
    await removeBridge(instance);
    rmSync(instance.stateDir, { recursive: true, force: true });
    progress.step('Nothing is left');
  });
}
