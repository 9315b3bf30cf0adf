/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { join } from 'node:path';
import {
  cacheDir,
  down,
  type LocalEnvironment,
  type Progress,
  status,
  up,
} from '@namespace-migration/local-clusters';
import { ClusterAccess } from './ClusterAccess';
import { loadKubeconfig } from './loadKubeconfig';
import { type DemoArguments } from './parseArguments';

/** Where a demo runs. */
export interface DemoClusters {
  source: ClusterAccess;
  destination: ClusterAccess;
  images: { demo: string; mover: string };
  /** Where a portal that stays keeps its database. */
  portalDir: string;
}

export const localImages = {
  demo: 'localhost/namespace-migration/demo:local',
  mover: 'localhost/namespace-migration/mover:local',
};

/** The user's own. @throws when a kubeconfig cannot be used; nothing is asked of the clusters yet */
export function clustersOfUser({
  kubeconfigs,
  demoImage,
  moverImage,
}: DemoArguments): DemoClusters | undefined {
  return (
    kubeconfigs && {
      source: new ClusterAccess('source', loadKubeconfig(kubeconfigs.source)),
      destination: new ClusterAccess(
        'destination',
        loadKubeconfig(kubeconfigs.destination),
      ),
      images: {
        demo: demoImage ?? localImages.demo,
        mover: moverImage ?? localImages.mover,
      },
      portalDir: cacheDir('portal'),
    }
  );
}

/** The ones on this machine. What ran before stays afterwards. */
export class LocalDemoClusters {
  /** Whether they were not up before, and so are to be taken down. */
  started = false;
  /** Once they are up. */
  environment?: LocalEnvironment;

  constructor(
    private readonly instance: number,
    private readonly progress: Progress,
  ) {}

  async up(): Promise<DemoClusters> {
    const { instance, progress } = this;
    this.started = (await status({ instance })).length === 0;
    const environment = await up({ instance, progress });
    this.environment = environment;
    const access = (name: 'source' | 'destination') =>
      new ClusterAccess(
        name,
        loadKubeconfig({ file: environment[name].kubeconfigPath }),
      );
    return {
      source: access('source'),
      destination: access('destination'),
      images: environment.images,
      portalDir: join(environment.stateDir, 'portal'),
    };
  }

  /** Takes down what `up` had to bring up; also when it failed halfway. */
  async takeDown(): Promise<void> {
    if (this.started) {
      await down({ instance: this.instance, progress: this.progress });
    }
  }
}
