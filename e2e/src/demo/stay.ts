/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import { type Progress } from '@namespace-migration/local-clusters';
import { clustersOfUser, LocalDemoClusters } from './DemoClusters';
import {
  deployApplication,
  isDeployed,
  waitUntilReady,
} from './deployApplication';
import { type DemoArguments } from './parseArguments';
import { Portal, usablePort } from './Portal';
import { prepareMigration } from './prepareMigration';

/** The demo with a browser: everything is there and stays until Ctrl-C, which stops the portal alone. */
export async function stay(
  options: DemoArguments,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const port = await usablePort(options.port ?? 3000);
  const clusters =
    clustersOfUser(options) ??
    (await new LocalDemoClusters(options.instance, progress).up());
  const { source, destination, images } = clusters;
  signal.throwIfAborted();
  const portal = new Portal({
    dir: clusters.portalDir,
    port,
    moverImage: images.mover,
  });
  try {
    progress.step('Starting the portal');
    const started = portal.start(signal);
    started.catch(() => {}); // awaited below
    if (await isDeployed(source, options.namespace)) {
      progress.step('The demo application is there already');
    } else {
      progress.step(`Deploying the demo application into ${source.server}`);
    }
    await deployApplication(source, {
      namespace: options.namespace,
      image: images.demo,
      databaseMiB: options.databaseMiB,
      websiteFiles: options.websiteFiles,
    });
    await waitUntilReady(source, options.namespace, signal);
    await started;
    progress.step('Registering the clusters, making the plan');
    await prepareMigration(portal, clusters, options.namespace);
    process.stdout.write(`
The demo is ready. Open ${portal.url}/catalog/default/component/webshop/migration
(sign in as guest) and press Stage, Cutover or Roll back.

  source       ${source.server}
  destination  ${destination.server}
  namespace    ${options.namespace}
  portal's log ${portal.logFile}

Ctrl-C stops the portal and leaves the clusters; 'npm run demo' goes on where you were.
`);
    if (!options.kubeconfigs) {
      process.stdout.write(
        `To take the clusters down: npm run clusters -- down${
          options.instance === 0 ? '' : ` --instance ${options.instance}`
        }\n`,
      );
    }
    await Promise.race([
      portal.ended(),
      signal.aborted ? undefined : once(signal, 'abort'),
    ]);
    if (!signal.aborted) {
      throw new Error(`The portal has ended:\n${portal.endOfLog()}`);
    }
  } finally {
    await portal.stop();
    source.close();
    destination.close();
  }
}
