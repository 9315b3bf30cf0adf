/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LocalCluster } from '@namespace-migration/local-clusters';
import { definition } from '../objects/FixtureObject';
import { TestBed } from '../testBed';

export const streamsOf = (namespace: string) =>
  `/apis/image.openshift.io/v1/namespaces/${namespace}/imagestreams`;

/**
 * From now on, for the other tests too: a definition that goes would disturb whoever lists its objects at that moment,
 * and one that stays disturbs nobody.
 */
export async function serveImageStreams(
  bed: TestBed,
  cluster: LocalCluster,
): Promise<void> {
  const { path, object } = definition(
    'image.openshift.io',
    'imagestreams',
    'ImageStream',
  );
  if (!(await bed.call(cluster, `${path}/${object.metadata.name}`))) {
    await bed.call(cluster, path, 'POST', object);
  }
  await bed.until(
    `ImageStreams are served by ${cluster.name}`,
    () => bed.call(cluster, streamsOf('default')),
    60,
  );
}
