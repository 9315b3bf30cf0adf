/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageToCopy,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { parseImage } from './imageReference';
import { isInternalRegistry } from './mapImage';

/**
 * In OpenShift's own registry `namespace/name` is an ImageStream, and a push to one that is not there makes it. Those of
 * these namespaces that a copy pushes to, each once and without tags: these come with the push. Pure.
 */
export function streamsPushedTo(
  images: Array<Pick<ImageToCopy, 'target'>>,
  namespaces: string[],
): KubernetesObject[] {
  const repositories = images.flatMap(({ target }) => {
    const image = parseImage(target);
    return image && isInternalRegistry(image.registry)
      ? [image.repository]
      : [];
  });
  return [...new Set(repositories)].sort().flatMap(repository => {
    const [namespace, name, ...more] = repository.split('/');
    return name !== undefined &&
      more.length === 0 &&
      namespaces.includes(namespace)
      ? [
          {
            apiVersion: 'image.openshift.io/v1',
            kind: 'ImageStream',
            metadata: { name, namespace },
          },
        ]
      : [];
  });
}
