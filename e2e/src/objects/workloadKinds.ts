/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { fixture, FixtureObject } from './FixtureObject';

/** Every built-in kind that has pods or a template of one. Few of them run, so that the test is short. */
export function workloadKinds(ns: string, image: string): FixtureObject[] {
  const labels = (app: string) => ({ matchLabels: { app } });
  const podSpec = (command: string, rest: object = {}) => ({
    terminationGracePeriodSeconds: 1,
    containers: [{ name: 'main', image, command: ['bash', '-c', command] }],
    ...rest,
  });
  const template = (app: string, rest: object = {}) => ({
    metadata: { labels: { app } },
    spec: podSpec('exec sleep infinity', rest),
  });
  const job = (name: string, command: string) =>
    fixture('batch/v1 jobs Job', ns, name, {
      spec: {
        template: { spec: podSpec(command, { restartPolicy: 'Never' }) },
      },
    });
  return [
    fixture('v1 podtemplates PodTemplate', ns, 'needs', {
      template: template('needs', {
        priorityClassName: `${ns}-high`,
        runtimeClassName: `${ns}-runtime`,
      }),
    }),
    fixture('v1 pods Pod', ns, 'bare', {
      spec: podSpec('exec sleep infinity'),
    }),
    fixture('v1 replicationcontrollers ReplicationController', ns, 'old', {
      spec: {
        replicas: 0,
        selector: { app: 'old' },
        template: template('old'),
      },
    }),
    fixture('apps/v1 deployments Deployment', ns, 'web', {
      spec: {
        replicas: 1,
        selector: labels('web'),
        template: template('web', {
          affinity: {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                {
                  weight: 1,
                  podAffinityTerm: {
                    topologyKey: 'kubernetes.io/hostname',
                    namespaces: [ns, 'monitoring'],
                    labelSelector: labels('web'),
                  },
                },
              ],
            },
          },
        }),
      },
    }),
    fixture('apps/v1 replicasets ReplicaSet', ns, 'ownerless', {
      spec: {
        replicas: 0,
        selector: labels('ownerless'),
        template: template('ownerless'),
      },
    }),
    fixture('apps/v1 statefulsets StatefulSet', ns, 'database', {
      spec: {
        replicas: 0,
        serviceName: 'headless',
        selector: labels('database'),
        template: template('database'),
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'standard',
              resources: { requests: { storage: '1Gi' } },
            },
          },
        ],
      },
    }),
    fixture('apps/v1 daemonsets DaemonSet', ns, 'nowhere', {
      spec: {
        selector: labels('nowhere'),
        template: template('nowhere', { nodeSelector: { no: 'node' } }),
      },
    }),
    fixture('batch/v1beta1 cronjobs CronJob', ns, 'yearly', {
      spec: {
        schedule: '0 0 1 1 *',
        jobTemplate: {
          spec: {
            template: { spec: podSpec('true', { restartPolicy: 'Never' }) },
          },
        },
      },
    }),
    job('at-work', 'exec sleep infinity'),
    job('over', 'true'),
    fixture(
      'autoscaling/v1 horizontalpodautoscalers HorizontalPodAutoscaler',
      ns,
      'web',
      {
        spec: {
          minReplicas: 1,
          maxReplicas: 1,
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'web',
          },
        },
      },
    ),
  ];
}
