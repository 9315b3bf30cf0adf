/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Images of a plan in the wizard, and of a migration. */
export const imagesMessages = {
  copy: 'Copy images',
  about:
    'Images that the destination cannot pull from where they are now come along, and workloads name the copies. Nothing is stopped for it.',
  off: 'Images are not copied: the destination pulls them from where they are now. The check of images at the review tells which of them it cannot pull.',
  notOfType: 'This type of plan brings no workloads, so it copies no images.',
  rules: 'Rules',
  rulesHelp:
    "The first that matches an image decides where it is copied to; the rest of its name stays. Without rules only images of OpenShift's internal registry are copied.",
  addRule: 'Add rule',
  removeRule: 'Remove rule {{number}}',
  ruleFrom: 'From registry {{number}}',
  ruleTo: 'To registry {{number}}',
  registries: 'Registries',
  registriesHelp:
    'How pods of the destination reach a registry, where its name, the public authorities and the pull secrets do not do.',
  addRegistry: 'Add registry',
  removeRegistry: 'Remove registry {{number}}',
  registry: 'Registry {{number}}',
  address: 'Address of registry {{number}}',
  caBundle: 'Certificates of registry {{number}}',
  caBundleHelp: 'PEM; empty: public authorities',
  cluster: 'Cluster of secret {{number}}',
  clusters: { source: 'Source', destination: 'Destination' },
  namespace: 'Namespace of secret {{number}}',
  secret: 'Secret {{number}}',
  secretHelp: 'A pull secret with an entry for this registry',
  copyMethod: 'Way',
  copyMethods: {
    direct: 'From registry to registry',
    indirect: 'Through the replication repository',
  },
  platforms: 'Platforms',
  platformsChoices: {
    all: 'All that an image has',
    needed: "Those of the destination's nodes",
  },
  existingTags: 'Tags that are taken at the target',
  existingTagsChoices: {
    stop: 'Stop the plan',
    keep: 'Leave them, copy by digest',
    overwrite: 'Move them',
  },
  onRollback: 'Copies after a rollback',
  onRollbackChoices: { keep: 'Stay', remove: 'Are removed' },
  pullSecret: 'Pull secret at the destination',
  pullSecretHelp:
    'Added to pods whose images are copied; made of the credentials above when it is not there',
  found: 'Images in use',
  finding: 'Looking for images…',
  again: 'Look again',
  loadFailed: 'The images could not be found',
  none: 'No images were found.',
  title: 'Images',
  notCopied: 'stays where it is',
  unknown: 'not known yet',
  ofTotal: '{{done}} of {{total}}',
  columns: {
    image: 'Image',
    target: 'Target',
    size: 'Size',
    destination: 'At the destination',
    usedBy: 'Used by',
  },
  progressColumns: {
    image: 'Image',
    target: 'Target',
    state: 'State',
    sent: 'Sent',
    size: 'Size',
  },
  destinations: {
    present: 'is there',
    pullable: 'can be pulled',
    notPullable: 'cannot be pulled',
    unknown: 'not looked at yet',
  },
  states: {
    pending: 'Pending',
    inspected: 'Looked at',
    copying: 'Copying',
    copied: 'Copied',
    verified: 'Proven',
    failed: 'Failed',
  },
} as const;
