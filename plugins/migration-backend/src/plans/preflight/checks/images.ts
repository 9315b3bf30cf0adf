/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  PreflightCheck,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';
import { parseImage } from '../../../images/imageReference';
import { mapImage } from '../../../images/mapImage';
import { plannedPodTemplates } from '../plannedPodTemplates';
import { PodTemplate, workloadKindNames } from '../podTemplatesOf';
import { someOf } from '../refOf';

export const images: PreflightCheck = {
  name: 'Images',
  title: 'Pull secrets, and images of a registry inside the source',
  plannedKinds: workloadKindNames,
  appliesTo: type => type === 'full',
  async run(context) {
    const { source, destination, namespaces } = context;
    const templates = await plannedPodTemplates(context);
    const conditions: Condition[] =
      source.name === destination.name
        ? []
        : imagesOfSource(source.name, templates, image =>
            isCopied(image, context),
          );
    for (const mapping of namespaces) {
      const owners = new Map<string, string[]>();
      for (const { namespace, owner, spec } of templates) {
        for (const { name } of spec.imagePullSecrets ?? []) {
          if (namespace === mapping.destination) {
            owners.set(name, [...(owners.get(name) ?? []), owner]);
          }
        }
      }
      for (const [name, users] of owners) {
        const secret = { apiVersion: 'v1', kind: 'Secret', name };
        const comes = await source.get({
          ...secret,
          namespace: mapping.source,
        });
        const there = await destination.get({
          ...secret,
          namespace: mapping.destination,
        });
        // generated ones of this type stay behind
        if (!there && (!comes || comes.type === 'kubernetes.io/dockercfg')) {
          conditions.push({
            type: 'PullSecretAbsent',
            category: 'Warn',
            message: `Secret ${
              mapping.destination
            }/${name}, with which ${someOf(
              users,
            )} pulls images, is not on cluster ${
              destination.name
            } and does not come with the plan. Create it there if the registry asks for it.`,
            object: {
              cluster: destination.name,
              ...secret,
              namespace: mapping.destination,
            },
          });
        }
      }
    }
    return conditions;
  },
};

function isCopied(
  image: string,
  { input, namespaces }: PreflightContext,
): boolean {
  const reference = input.images && parseImage(image);
  return Boolean(
    reference &&
      mapImage(
        reference,
        input.images!.rules,
        Object.fromEntries(
          namespaces.map(mapping => [mapping.source, mapping.destination]),
        ),
      ),
  );
}

/** OpenShift's registry under its names inside the cluster, and any other that is a Service. */
const inside =
  /^(?:[a-z0-9-]+\.[a-z0-9-]+\.svc(?:\.cluster\.local)?|docker-registry\.default)(?::\d+)?\//;

export function imagesOfSource(
  cluster: string,
  templates: PodTemplate[],
  comesAlong: (image: string) => boolean = () => false,
): Condition[] {
  const found = new Map<string, string[]>();
  for (const { owner, spec } of templates) {
    for (const { image = '' } of [
      ...(spec.initContainers ?? []),
      ...spec.containers,
    ]) {
      if (inside.test(image) && !comesAlong(image)) {
        found.set(image, [...(found.get(image) ?? []), owner]);
      }
    }
  }
  return [...found].map(([image, owners]) => ({
    type: 'ImageInsideSource',
    category: 'Warn',
    message: `Image ${image} of ${someOf(
      owners,
    )} is in a registry inside cluster ${cluster}, which the destination does not reach under that name. Let the plan copy it (images), or copy it to a registry that both reach and rewrite it by a transform of the plan.`,
  }));
}
