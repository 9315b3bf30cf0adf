/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageCredentials,
  ImageRegistry,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { Login, loginFor, loginsOf, pullSecretTypes } from './dockerConfig';

interface Sides {
  source: ClusterClient;
  destination: ClusterClient;
}

/** A Secret that the plan names for a registry cannot be used. Its message names it, the cause and the cure. */
export class CredentialsMissing extends Error {
  readonly name = 'CredentialsMissing';
}

/**
 * Logins for registries: the plan's own first, then pull secrets of namespaces. OpenShift makes pull secrets for its own
 * registry in every namespace; the one of the account `builder` may push.
 */
export class ImageLogins {
  private readonly listed = new Map<string, Promise<KubernetesObject[]>>();

  constructor(
    private readonly clusters: Sides,
    private readonly namespaces: Array<{ source: string; destination: string }>,
    private readonly registries: ImageRegistry[],
  ) {}

  /** @throws CredentialsMissing */
  async find(
    side: keyof Sides,
    registry: string,
    repository: string,
  ): Promise<Login | undefined> {
    const given = this.registries.find(each => each.registry === registry);
    if (given?.credentials) {
      return this.named(given.credentials, registry, repository);
    }
    const secrets: KubernetesObject[] = [];
    for (const mapping of this.namespaces) {
      secrets.push(...(await this.secretsOf(side, mapping[side])));
    }
    const builders = secrets.filter(isOfBuilder);
    const others = secrets.filter(secret => !isOfBuilder(secret));
    const ordered =
      side === 'destination'
        ? [...builders, ...others]
        : [...others, ...builders];
    for (const secret of ordered) {
      const login = loginFor(loginsOf(secret), registry, repository);
      if (login) {
        return login;
      }
    }
    return undefined;
  }

  private async named(
    { cluster, namespace, secret: name }: ImageCredentials,
    registry: string,
    repository: string,
  ): Promise<Login> {
    const where = `Secret ${namespace}/${name} on cluster ${this.clusters[cluster].name}`;
    const secret = await this.clusters[cluster].get({
      apiVersion: 'v1',
      kind: 'Secret',
      namespace,
      name,
    });
    if (!secret) {
      throw new CredentialsMissing(
        `${where}, which the plan names for registry ${registry}, does not exist. Create it, or name another in the plan.`,
      );
    }
    const login = loginFor(loginsOf(secret), registry, repository);
    if (!login) {
      throw new CredentialsMissing(
        `${where} has no entry for ${registry}. It must be of type ${pullSecretTypes.join(
          ' or ',
        )}, with one for that registry.`,
      );
    }
    return login;
  }

  private secretsOf(
    side: keyof Sides,
    namespace: string,
  ): Promise<KubernetesObject[]> {
    const key = `${side}/${namespace}`;
    const known =
      this.listed.get(key) ??
      this.clusters[side]
        .list({ apiVersion: 'v1', kind: 'Secret' }, { namespace })
        .then(secrets =>
          secrets.filter(({ type }) => pullSecretTypes.includes(type)),
        );
    this.listed.set(key, known);
    return known;
  }
}

function isOfBuilder({ metadata }: KubernetesObject): boolean {
  const { annotations = {} } = metadata;
  return [
    'kubernetes.io/service-account.name',
    'openshift.io/internal-registry-auth-token.service-account',
  ].some(annotation => annotations[annotation] === 'builder');
}
