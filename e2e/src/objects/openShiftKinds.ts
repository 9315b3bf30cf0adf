/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { definition, fixture, FixtureObject } from './FixtureObject';

/** Come to the destination with their objects. Other tests use them too, so they stay on the source. */
export const sharedDefinitions = [
  definition('route.openshift.io', 'routes', 'Route', {
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      },
    ],
  }),
  definition('apps.openshift.io', 'deploymentconfigs', 'DeploymentConfig'),
];

/** On both clusters, as if both were OpenShift. */
export const openShiftDefinitions = [
  definition('build.openshift.io', 'buildconfigs', 'BuildConfig'),
  definition('build.openshift.io', 'builds', 'Build'),
  definition('image.openshift.io', 'imagestreams', 'ImageStream'),
  definition('template.openshift.io', 'templates', 'Template'),
  definition('template.openshift.io', 'templateinstances', 'TemplateInstance'),
  definition(
    'network.openshift.io',
    'egressnetworkpolicies',
    'EgressNetworkPolicy',
  ),
  definition(
    'authorization.openshift.io',
    'rolebindingrestrictions',
    'RoleBindingRestriction',
  ),
  definition(
    'security.openshift.io',
    'securitycontextconstraints',
    'SecurityContextConstraints',
    {},
    'Cluster',
  ),
];

export function openShiftKinds(ns: string): FixtureObject[] {
  const image = (name: string) => ({
    kind: 'ImageStreamTag',
    namespace: ns,
    name,
  });
  return [
    fixture(
      'route.openshift.io/v1 routes Route',
      ns,
      'generated',
      { spec: { host: `generated-${ns}.apps.old`, to: { name: 'web' } } },
      { annotations: { 'openshift.io/host.generated': 'true' } },
    ),
    fixture('route.openshift.io/v1 routes Route', ns, 'own', {
      spec: { host: 'own.old.example', to: { name: 'web' } },
    }),
    fixture(
      'apps.openshift.io/v1 deploymentconfigs DeploymentConfig',
      ns,
      'dc',
      {
        spec: {
          replicas: 0,
          selector: { app: 'dc' },
          template: {
            metadata: { labels: { app: 'dc' } },
            spec: { containers: [{ name: 'main', image: 'dc' }] },
          },
          triggers: [
            {
              type: 'ImageChange',
              imageChangeParams: {
                automatic: true,
                from: image('app:latest'),
                lastTriggeredImage: 'registry.old/app@sha256:1',
              },
            },
          ],
        },
        status: { latestVersion: 7 },
      },
    ),
    fixture('build.openshift.io/v1 buildconfigs BuildConfig', ns, 'app', {
      spec: {
        output: { to: image('app:latest') },
        strategy: { sourceStrategy: { from: image('builder:1') } },
        triggers: [
          {
            type: 'ImageChange',
            imageChange: { lastTriggeredImageID: 'registry.old/b@sha256:2' },
          },
        ],
      },
      status: { lastVersion: 3 },
    }),
    fixture('build.openshift.io/v1 builds Build', ns, 'app-3', {
      status: { phase: 'Complete' },
    }),
    fixture(
      'image.openshift.io/v1 imagestreams ImageStream',
      ns,
      'app',
      {
        spec: { tags: [{ name: 'latest', generation: 4, from: image('x:1') }] },
        status: { dockerImageRepository: 'registry.old/app' },
      },
      {
        annotations: { 'openshift.io/image.dockerRepositoryCheck': 'then' },
      },
    ),
    fixture('template.openshift.io/v1 templates Template', ns, 'app', {
      objects: [],
    }),
    fixture(
      'template.openshift.io/v1 templateinstances TemplateInstance',
      ns,
      'app',
    ),
    fixture(
      'network.openshift.io/v1 egressnetworkpolicies EgressNetworkPolicy',
      ns,
      'default',
      {
        spec: { egress: [{ type: 'Deny', to: { cidrSelector: '0.0.0.0/0' } }] },
      },
    ),
    fixture(
      'authorization.openshift.io/v1 rolebindingrestrictions RoleBindingRestriction',
      ns,
      'users',
      { spec: { userrestriction: { users: ['ada'] } } },
    ),
  ];
}
