/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Objects of an application whose five images are all in one registry that asks for a password. */
export function imageFixture(
  namespace: string,
  registry: string,
): Array<{ path: string; object: any }> {
  const image = (name: string) => `${registry}/shop/${name}:1`;
  const container = (name: string) => ({ name, image: image(name) });
  const template = (name: string, more: object = {}) => ({
    metadata: { labels: { app: name } },
    spec: {
      terminationGracePeriodSeconds: 1,
      imagePullSecrets: [{ name: 'source-pull' }],
      containers: [container(name)],
      ...more,
    },
  });
  const workload = (kind: string, name: string, more: object = {}) => ({
    path: `/apis/apps/v1/namespaces/${namespace}/${kind.toLowerCase()}s`,
    object: {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name },
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: name } },
        ...(kind === 'StatefulSet' && { serviceName: name }),
        template: template(name, more),
      },
    },
  });
  return [
    workload('Deployment', 'web', {
      initContainers: [
        { ...container('init'), command: ['/bin/busybox', 'true'] },
      ],
    }),
    workload('Deployment', 'api'),
    workload('StatefulSet', 'worker'),
    {
      path: `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs`,
      object: {
        apiVersion: 'batch/v1beta1',
        kind: 'CronJob',
        metadata: { name: 'report' },
        spec: {
          schedule: '0 0 1 1 *',
          jobTemplate: {
            spec: {
              template: template('report', { restartPolicy: 'Never' }),
            },
          },
        },
      },
    },
  ];
}

/** A pull secret. */
export function dockerConfig(
  name: string,
  registry: string,
  login: { username: string; password: string },
) {
  const auth = Buffer.from(`${login.username}:${login.password}`);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    type: 'kubernetes.io/dockerconfigjson',
    stringData: {
      '.dockerconfigjson': JSON.stringify({
        auths: { [registry]: { auth: auth.toString('base64') } },
      }),
    },
  };
}
