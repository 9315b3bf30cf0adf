/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  type DemoApplicationContext,
  type DemoObject,
} from './DemoApplication';
import { claim, service } from './shapes';

export const websiteClaim = 'website';

/** nginx with many small files, odd ones among them. */
export function website(context: DemoApplicationContext): DemoObject[] {
  const labels = { app: 'website' };
  const volumeMounts = [
    { name: 'files', mountPath: '/var/www' },
    { name: 'programs', mountPath: '/etc/webshop' },
  ];
  return [
    claim(websiteClaim, '1Gi'),
    service('website', labels, 80, 80),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'website' },
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 10,
            initContainers: [
              {
                name: 'files',
                image: context.image,
                command: ['bash', '/etc/webshop/website.sh'],
                env: [{ name: 'FILES', value: String(context.websiteFiles) }],
                volumeMounts,
              },
            ],
            containers: [
              {
                name: 'nginx',
                image: context.image,
                command: [
                  '/usr/bin/tini',
                  '--',
                  'nginx',
                  '-c',
                  '/etc/webshop/nginx.conf',
                  '-g',
                  'daemon off;',
                ],
                ports: [{ containerPort: 80 }],
                readinessProbe: {
                  httpGet: { path: '/', port: 80 },
                  periodSeconds: 1,
                },
                resources: { requests: { cpu: '10m', memory: '16Mi' } },
                volumeMounts,
              },
            ],
            volumes: [
              {
                name: 'files',
                persistentVolumeClaim: { claimName: websiteClaim },
              },
              { name: 'programs', configMap: { name: 'programs' } },
            ],
          },
        },
      },
    },
    ingress(context),
    {
      apiVersion: context.apiVersions.PodDisruptionBudget,
      kind: 'PodDisruptionBudget',
      metadata: { name: 'website' },
      spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
    },
    autoscaler(context),
  ];
}

function ingress({ apiVersions }: DemoApplicationContext): DemoObject {
  const backend =
    apiVersions.Ingress === 'networking.k8s.io/v1'
      ? { service: { name: 'website', port: { number: 80 } } }
      : { serviceName: 'website', servicePort: 80 };
  return {
    apiVersion: apiVersions.Ingress,
    kind: 'Ingress',
    metadata: { name: 'website' },
    spec: {
      rules: [
        {
          host: 'webshop.example.org',
          http: { paths: [{ path: '/', pathType: 'Prefix', backend }] },
        },
      ],
    },
  };
}

function autoscaler({ apiVersions }: DemoApplicationContext): DemoObject {
  const averageUtilization = 80;
  return {
    apiVersion: apiVersions.HorizontalPodAutoscaler,
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'website' },
    spec: {
      // its claim can be mounted on one node only
      minReplicas: 1,
      maxReplicas: 1,
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'website',
      },
      ...(apiVersions.HorizontalPodAutoscaler === 'autoscaling/v1'
        ? { targetCPUUtilizationPercentage: averageUtilization }
        : {
            metrics: [
              {
                type: 'Resource',
                resource: {
                  name: 'cpu',
                  target: { type: 'Utilization', averageUtilization },
                },
              },
            ],
          }),
    },
  };
}
