/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export const clustersMessages = {
  loadError: 'The clusters could not be loaded',
  label: 'Clusters',
  emptyTitle: 'No clusters are registered',
  emptyDescription:
    'Register the cluster that namespaces move away from and the one they move to. Nothing is installed on a cluster: an account with the rights that are shown here is all that is needed.',
  register: 'Register cluster',
  server: 'Server',
  version: 'Version',
  nodes: 'Nodes',
  capacity: '{{cpu}} CPUs, {{memory}}',
  storageClasses: 'Storage classes',
  defaultClass: '{{name}} (default)',
  noClasses: 'none',
  removeHappens:
    'The registration and its stored credentials are deleted. Nothing is changed on the cluster; remove the account there if it is not needed any more.',
  rights: {
    button: 'Rights for a new cluster',
    title: 'Rights for a new cluster',
    intro:
      'Apply this on the cluster as its administrator, then register the cluster with the token that the last command prints.',
    role: 'The cluster is',
    source: 'a source: namespaces move away from it',
    destination: 'a destination: namespaces move to it',
    destinationNote:
      'A cluster that is both gets the rights of a destination and those of a source.',
    loadError: 'The manifest could not be loaded',
    manifest: 'Manifest',
    copy: 'Copy',
    copied: 'Copied',
    download: 'Download',
    commands: 'Commands',
    newKubernetes: 'Kubernetes 1.24 and newer',
    oldKubernetes: 'Kubernetes 1.23 and older',
  },
  form: {
    registerTitle: 'Register cluster',
    editTitle: 'Edit cluster {{name}}',
    intro:
      "The connection and the account's rights are tested first; credentials are kept encrypted and are never shown again.",
    submit: 'Test and register',
    nameHelp: 'Lower-case letters, digits and dashes, for example east',
    kind: 'Connection',
    kubeconfigKind: 'Kubeconfig',
    serviceAccountKind: 'Service account token',
    inClusterKind: 'The cluster that the portal runs in',
    kubeconfig: 'Kubeconfig',
    kubeconfigHelp:
      'With its credentials inside; programs that fetch them are not run',
    kubeconfigKept: 'Leave empty to keep the stored one',
    chooseFile: 'Choose a file',
    kubeconfigFile: 'Kubeconfig file',
    context: 'Context',
    contextHelp: "The kubeconfig's current one by default",
    server: 'API server',
    serverHelp: 'For example https://api.example.org:6443',
    caBundle: 'CA bundle',
    caBundleHelp: 'PEM certificates that sign the API server',
    caBundleKept:
      'PEM certificates that sign the API server; leave empty to keep the stored ones. Another server or bundle needs the token again',
    token: 'Token',
    tokenHelp: 'Of the service account; see “Rights for a new cluster”',
    inClusterNote:
      "The portal's own service account is used. It needs the same rights.",
    options: 'Options',
    moverImage: 'Mover image',
    moverImageHelp:
      "The image that this cluster pulls; the portal's setting by default",
    endpoints: 'Endpoints of movers',
    endpointsHelp:
      'The ways in which movers here may be reached, tried in the order in which they are chosen; all by default',
    nodeAddresses: 'Addresses of nodes',
    nodeAddressesHelp:
      "With commas between; under which node ports are reached from other clusters. The nodes' own by default",
    movable: 'Movable storage classes',
    movableHelp:
      'With commas between; classes whose volumes another cluster can mount too',
    routeDomain: 'Domain of Routes',
    routeDomainHelp: "The cluster's ingress domain by default",
    routeAddress: 'Address of the router',
    routeAddressHelp:
      "When source pods do not resolve the Routes' hosts; empty otherwise",
    routePort: 'Port of the router',
    moversPerCluster: 'Movers on the cluster',
    moversPerNode: 'Movers on a node',
    limitHelp: 'How many copy at once; the portal’s setting by default',
  },
} as const;
