/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** A reference to an image in full. Without tag and digest it is only a repository. */
export interface ImageReference {
  /** Host with or without port; `docker.io` for what is written without one. */
  registry: string;
  repository: string;
  tag?: string;
  /** `sha256:…` */
  digest?: string;
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(`^${component}(?:/${component})*$`);
const registryPattern =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;

/**
 * What a container runtime makes of a reference: `nginx` is `docker.io/library/nginx:latest`. Undefined for what is
 * none, for example one with a variable in it. Grammar: github.com/distribution/reference.
 */
export function parseImage(written: string): ImageReference | undefined {
  const [named, digest, ...more] = written.trim().split('@');
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const repository = parseRepository(colon < 0 ? named : named.slice(0, colon));
  if (
    !repository ||
    more.length > 0 ||
    (tag !== undefined && !tagPattern.test(tag)) ||
    (digest !== undefined && !digestPattern.test(digest))
  ) {
    return undefined;
  }
  return {
    ...repository,
    ...(tag !== undefined
      ? { tag }
      : digest === undefined && { tag: 'latest' }),
    ...(digest !== undefined && { digest }),
  };
}

/** A reference without tag or digest. Undefined for what is none. */
export function parseRepository(
  written: string,
): Pick<ImageReference, 'registry' | 'repository'> | undefined {
  const [first, ...rest] = written.split('/');
  const named = rest.length > 0 && isRegistry(first);
  const registry = named ? first : 'docker.io';
  const path = named ? rest.join('/') : written;
  if (!registryPattern.test(registry) || !repositoryPattern.test(path)) {
    return undefined;
  }
  const hub = ['docker.io', 'index.docker.io'].includes(registry);
  return {
    registry: hub ? 'docker.io' : registry,
    repository: hub && !path.includes('/') ? `library/${path}` : path,
  };
}

/** Whether the first element of a path names a registry: only then has it a dot or a port, or is it localhost. */
export function isRegistry(element: string): boolean {
  return (
    /[.:]/.test(element) ||
    element === 'localhost' ||
    element !== element.toLowerCase()
  );
}

export function formatImage({
  registry,
  repository,
  tag,
  digest,
}: ImageReference): string {
  return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${
    digest === undefined ? '' : `@${digest}`
  }`;
}
