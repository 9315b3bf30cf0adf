/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Progress } from '@namespace-migration/local-clusters';
import {
  clustersOfUser,
  type DemoClusters,
  LocalDemoClusters,
  localImages,
} from './DemoClusters';
import { type DemoReport } from './DemoReport';
import {
  deployApplication,
  removeApplication,
  waitUntilReady,
} from './deployApplication';
import { judgeReport } from './judgeReport';
import { type DemoArguments } from './parseArguments';
import { Portal, usablePort } from './Portal';
import { prepareMigration } from './prepareMigration';
import { RoundTrip } from './RoundTrip';
import { enginesNotTried, tryEngines } from './tryEngines';

/** The whole demo without a browser. @returns what did not hold; the report is written in any case, and nothing is left */
export async function runOnce(
  options: DemoArguments & { report: string },
  progress: Progress,
  signal: AbortSignal,
): Promise<string[]> {
  const started = Date.now();
  const report: DemoReport = {
    ok: false,
    failures: [],
    startedAt: new Date(started).toISOString(),
    durationSeconds: 0,
    clusters: [],
    namespace: options.namespace,
    phases: [],
    leftovers: 0,
    leftoverObjects: [],
  };
  const stack = new CleanUp(progress);
  try {
    await perform(options, progress, signal, report, stack);
  } catch (error) {
    report.failures.push(
      signal.aborted ? 'It was interrupted' : (error as Error).message,
    );
  }
  // after a failure the rest is missing, which says nothing more
  if (report.failures.length === 0) {
    report.failures.push(...judgeReport(report));
  }
  report.failures.push(...(await stack.run()));
  report.ok = report.failures.length === 0;
  report.durationSeconds = (Date.now() - started) / 1000;
  writeFileSync(options.report, `${JSON.stringify(report, undefined, 2)}\n`);
  return report.failures;
}

async function perform(
  options: DemoArguments & { report: string },
  progress: Progress,
  signal: AbortSignal,
  report: DemoReport,
  stack: CleanUp,
): Promise<void> {
  const ofUser = clustersOfUser(options);
  const local = ofUser
    ? undefined
    : new LocalDemoClusters(options.instance, progress);
  if (local) {
    stack.add('the local clusters', () => local.takeDown());
  }
  const dir = mkdtempSync(join(tmpdir(), 'namespace-migration-portal-'));
  const portal = new Portal({
    dir,
    port: await usablePort(options.port),
    moverImage: ofUser?.images.mover ?? localImages.mover,
  });
  stack.add('the portal', async () => {
    await portal.stop();
    if (report.failures.length > 0 && existsSync(portal.logFile)) {
      cpSync(portal.logFile, `${options.report}.portal.log`);
      progress.step(`The portal's log is kept in ${options.report}.portal.log`);
    }
    rmSync(dir, { recursive: true, force: true });
  });
  progress.step('Starting the portal');
  // it needs no clusters yet, and they no portal
  const portalStarted = portal.start(signal);
  portalStarted.catch(() => {}); // awaited below
  const clusters = ofUser ?? (await local!.up());
  signal.throwIfAborted();
  const { source, destination, images } = clusters;
  const both = [source, destination];
  for (const cluster of both) {
    report.clusters.push({
      name: cluster.name,
      server: cluster.server,
      version: (await cluster.call('GET', '/version')).gitVersion,
    });
    await refuseUsedNamespace(cluster, options.namespace);
  }
  stack.add(`namespace ${options.namespace}`, async () => {
    // what was started while the portal goes on would come back
    await portal.stop();
    if (!local?.started) {
      await allOf(
        both.map(cluster => removeApplication(cluster, options.namespace)),
      );
    }
    both.forEach(cluster => cluster.close());
  });
  const application = {
    namespace: options.namespace,
    image: images.demo,
    databaseMiB: options.databaseMiB,
    websiteFiles: options.websiteFiles,
  };
  progress.step(`Deploying the demo application into ${source.server}`);
  await deployApplication(source, application);
  await waitUntilReady(source, options.namespace, signal);
  progress.step('Waiting for the portal');
  await portalStarted;
  progress.step('Registering the clusters, making the plan');
  const { id: planId } = await prepareMigration(
    portal,
    clusters,
    options.namespace,
  );
  await new RoundTrip({
    clusters,
    application,
    portal,
    planId,
    progress,
    signal,
    report,
  }).run();
  report.engines = local?.environment
    ? await tryEngines(local.environment, portal, progress)
    : enginesNotTried(
        'Its volumes are compared on the machine that the clusters run on; run the demo on local clusters',
      );
}

/** As Promise.all, but nothing is still under way when the first failure is told. */
async function allOf(promises: Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(promises)) {
    if (result.status === 'rejected') {
      throw result.reason;
    }
  }
}

async function refuseUsedNamespace(
  cluster: DemoClusters['source'],
  namespace: string,
): Promise<void> {
  if (await cluster.call('GET', `/api/v1/namespaces/${namespace}`)) {
    throw new Error(
      `Namespace ${namespace} exists on ${cluster.name} (${cluster.server}). Nothing was changed; delete it (kubectl delete namespace ${namespace}) or give another one with --namespace`,
    );
  }
}

/** What was started is ended in the opposite order, each even if another fails. */
class CleanUp {
  private readonly steps: Array<{ what: string; run: () => Promise<void> }> =
    [];

  constructor(private readonly progress: Progress) {}

  add(what: string, run: () => Promise<void>): void {
    this.steps.push({ what, run });
  }

  async run(): Promise<string[]> {
    const failures: string[] = [];
    for (const { what, run } of this.steps.reverse()) {
      this.progress.step(`Taking down ${what}`);
      try {
        await run();
      } catch (error) {
        failures.push(`Taking down ${what}: ${(error as Error).message}`);
      }
    }
    return failures;
  }
}
