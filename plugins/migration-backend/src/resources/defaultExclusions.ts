/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export interface LeftOut {
  /** Plural and group, as plans name kinds. */
  kinds: string[];
  because: string;
}

/** Come under no circumstances. docs/objects.md has this table; a unit test compares them. */
export const neverBrought: LeftOut[] = [
  {
    kinds: ['persistentvolumeclaims'],
    because: 'made by the volume copy engines, see volumes',
  },
  {
    kinds: [
      'bindings',
      'localsubjectaccessreviews.authorization.k8s.io',
      'pods.metrics.k8s.io',
      'packagemanifests.packages.operators.coreos.com',
    ],
    because: 'no stored objects: questions, or computed by the server',
  },
  {
    kinds: [
      'imagetags.image.openshift.io',
      'imagestreamtags.image.openshift.io',
      'imagestreamimages.image.openshift.io',
      'rolebindings.authorization.openshift.io',
      'roles.authorization.openshift.io',
    ],
    because: 'other views of objects that come already',
  },
];

/** Come only where a plan names them in includedKinds or alsoKinds. MTC's list and its kin. */
export const leftByDefault: LeftOut[] = [
  {
    kinds: ['events', 'events.events.k8s.io', 'leases.coordination.k8s.io'],
    because: 'tell what happened on the source',
  },
  {
    kinds: ['controllerrevisions.apps'],
    because: 'the history of a workload, begun anew by its controller',
  },
  {
    kinds: ['volumesnapshots.snapshot.storage.k8s.io'],
    because: 'on the destination one would be taken of the new volume',
  },
  {
    kinds: [
      'templateinstances.template.openshift.io',
      'servicebrokers.servicecatalog.k8s.io',
      'servicebindings.servicecatalog.k8s.io',
      'serviceclasses.servicecatalog.k8s.io',
      'serviceinstances.servicecatalog.k8s.io',
      'serviceplans.servicecatalog.k8s.io',
    ],
    because: 'would make what they made a second time',
  },
  {
    kinds: [
      'clusterserviceversions.operators.coreos.com',
      'subscriptions.operators.coreos.com',
      'operatorgroups.operators.coreos.com',
      'installplans.operators.coreos.com',
      'catalogsources.operators.coreos.com',
      'operatorconditions.operators.coreos.com',
    ],
    because:
      'an operator is installed on the destination, not copied; see the closure',
  },
];
