/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Where kinds keep what becomes a pod; operators' kinds follow one of them. */
const paths = [
  ['spec'],
  ['template', 'spec'],
  ['spec', 'template', 'spec'],
  ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  // KEDA's ScaledJob
  ['spec', 'jobTargetRef', 'template', 'spec'],
];

/** Every pod specification in an object of any kind: what has a list of containers with images. */
export function podSpecsIn(object: any): any[] {
  return paths
    .map(path => path.reduce((part, field) => part?.[field], object))
    .filter(
      spec =>
        Array.isArray(spec?.containers) &&
        spec.containers.every((c: any) => typeof c?.image === 'string'),
    );
}

/** Places of a pod specification that name an image: objects with the name in `field`. */
export function imagePlacesIn(
  spec: any,
): Array<{ holder: any; field: 'image' | 'reference' }> {
  const containers = [
    ...(spec.initContainers ?? []),
    ...(spec.containers ?? []),
    ...(spec.ephemeralContainers ?? []),
  ].map(holder => ({ holder, field: 'image' as const }));
  const volumes = (spec.volumes ?? [])
    .map((volume: any) => volume.image)
    .filter(Boolean)
    .map((holder: any) => ({ holder, field: 'reference' as const }));
  return [...containers, ...volumes].filter(
    ({ holder, field }) => typeof holder?.[field] === 'string',
  );
}
