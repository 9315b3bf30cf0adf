/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/**
 * For an image without a tag in OpenShift's own registry, where a push without one sets `latest` (openshift-apiserver's
 * imagestreammapping). Not `sha256-…`, under which registries without the referrers API keep who refers to an image.
 */
export function tagOfDigest(digest: string): string {
  return `digest-${digest.slice(digest.indexOf(':') + 1)}`;
}
