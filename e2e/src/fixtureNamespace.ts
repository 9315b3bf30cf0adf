/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Of its custom resource; one for each namespace, because definitions belong to the whole cluster. */
export function groupOf(namespace: string): string {
  return `${namespace}.demo.namespace-migration.io`;
}

/** A namespace with a writer that never stops, odd files, and one of most kinds. */
export function fixtureNamespace(
  namespace: string,
  image: string,
): Array<{ path: string; object: any }> {
  const core = `/api/v1/namespaces/${namespace}`;
  const claim = (name: string) => ({
    path: `${core}/persistentvolumeclaims`,
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'standard',
        resources: { requests: { storage: '200Mi' } },
      },
    },
  });
  const podSpec = (command: string, claimName: string) => ({
    terminationGracePeriodSeconds: 3,
    containers: [
      {
        name: 'main',
        image,
        command: ['/usr/bin/tini', '--', 'bash', '-ec', command],
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
      },
    ],
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
  });
  return [
    {
      path: '/api/v1/namespaces',
      object: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace, labels: { team: 'shop' } },
      },
    },
    {
      path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      object: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `shops.${groupOf(namespace)}` },
        spec: {
          group: groupOf(namespace),
          scope: 'Namespaced',
          names: {
            plural: 'shops',
            singular: 'shop',
            kind: 'Shop',
            listKind: 'ShopList',
          },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  'x-kubernetes-preserve-unknown-fields': true,
                },
              },
            },
          ],
        },
      },
    },
    {
      path: `${core}/serviceaccounts`,
      object: {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'shop' },
      },
    },
    {
      path: `${core}/secrets`,
      object: {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'shop' },
        stringData: { password: 'hunter2' },
      },
    },
    {
      path: `${core}/configmaps`,
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'shop' },
        data: { colour: 'blue' },
      },
    },
    claim('journal'),
    claim('files'),
    {
      path: `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/roles`,
      object: {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'shop' },
        rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
      },
    },
    {
      path: `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`,
      object: {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'shop' },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Role',
          name: 'shop',
        },
        subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace }],
      },
    },
    {
      path: `${core}/services`,
      object: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'shop' },
        spec: { selector: { app: 'writer' }, ports: [{ port: 80 }] },
      },
    },
    {
      path: `/apis/apps/v1/namespaces/${namespace}/deployments`,
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'writer' },
        spec: {
          selector: { matchLabels: { app: 'writer' } },
          strategy: { type: 'Recreate' },
          template: {
            metadata: { labels: { app: 'writer' } },
            spec: podSpec(
              // It does not care for SIGTERM and goes on writing until it is killed: a pass that does not wait for its end loses rows.
              // Reading from a pipe without a writer waits without a process, of which many namespaces would start too many.
              'trap "" TERM; exec 9<> <(:); n=$(wc -l < /data/journal 2>/dev/null || echo 0); while true; do n=$((n+1)); echo "$n $EPOCHREALTIME" >> /data/journal; read -rt 0.05 -u 9 || :; done',
              'journal',
            ),
          },
        },
      },
    },
    {
      path: `/apis/apps/v1/namespaces/${namespace}/statefulsets`,
      object: {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'files' },
        spec: {
          serviceName: 'shop',
          replicas: 1,
          selector: { matchLabels: { app: 'files' } },
          template: {
            metadata: { labels: { app: 'files' } },
            spec: podSpec(oddFiles, 'files'),
          },
        },
      },
    },
    {
      path: `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs`,
      object: {
        apiVersion: 'batch/v1beta1',
        kind: 'CronJob',
        metadata: { name: 'asleep' },
        spec: {
          schedule: '0 0 1 1 *',
          suspend: true,
          jobTemplate: {
            spec: {
              template: {
                spec: {
                  restartPolicy: 'Never',
                  containers: [{ name: 'main', image, command: ['true'] }],
                },
              },
            },
          },
        },
      },
    },
    {
      path: `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs`,
      object: {
        apiVersion: 'batch/v1beta1',
        kind: 'CronJob',
        metadata: { name: 'yearly' },
        spec: {
          schedule: '0 0 1 1 *',
          jobTemplate: {
            spec: {
              template: {
                spec: {
                  restartPolicy: 'Never',
                  containers: [{ name: 'main', image, command: ['true'] }],
                },
              },
            },
          },
        },
      },
    },
    {
      path: `/apis/policy/v1beta1/namespaces/${namespace}/poddisruptionbudgets`,
      object: {
        apiVersion: 'policy/v1beta1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'shop' },
        spec: {
          maxUnavailable: 1,
          selector: { matchLabels: { app: 'writer' } },
        },
      },
    },
    {
      path: `/apis/autoscaling/v1/namespaces/${namespace}/horizontalpodautoscalers`,
      object: {
        apiVersion: 'autoscaling/v1',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'shop' },
        spec: {
          minReplicas: 1,
          maxReplicas: 1,
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'writer',
          },
        },
      },
    },
    {
      path: `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`,
      object: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'shop' },
        spec: {
          rules: [
            {
              // a host of its own: several such namespaces may be on a cluster
              host: `${namespace}.example.org`,
              http: {
                paths: [
                  {
                    path: '/',
                    pathType: 'Prefix',
                    backend: {
                      service: { name: 'shop', port: { number: 80 } },
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    },
    {
      path: `/apis/${groupOf(namespace)}/v1/namespaces/${namespace}/shops`,
      object: {
        apiVersion: `${groupOf(namespace)}/v1`,
        kind: 'Shop',
        metadata: { name: 'shop' },
        spec: { size: 3 },
      },
    },
  ];
}

const oddFiles = `cd /data; if [ ! -e done ]; then
echo plain > plain; head -c 3000000 /dev/urandom > big; ln plain hard; ln -s plain link; ln -s /nowhere dangling; truncate -s 50M sparse
mkdir -p empty deep/a/b; echo d > deep/a/b/c; echo x > attr; setfattr -n user.colour -v blue attr; setfacl -m u:1234:rw attr
echo o > owned; chown 1001:2002 owned; echo s > mode000; chmod 000 mode000; echo n > $'new\\nline'; echo b > $'bytes-\\xff\\xfe'; mkfifo fifo
for i in $(seq 2000); do echo "file $i" > small-$i; done; touch done; fi; sleep infinity`;
