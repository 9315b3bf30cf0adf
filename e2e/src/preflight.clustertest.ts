/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCluster } from '@namespace-migration/local-clusters';
import { Plan, PlanInput } from '@namespace-migration/plugin-migration-common';
import { parse, parseAllDocuments } from 'yaml';
import { ChangingProxy } from './ChangingProxy';
import { TestBed } from './testBed';

const namespace = 'shop-preflight';
const moved = 'shop-preflight-moved';
const other = 'shop-preflight-other';
const ending = 'shop-preflight-ending';
const group = 'preflight.namespace-migration.io';
const nodePort = 31283;

type Side = 'source' | 'destination';

/** What is made, and taken away when the case is over. */
interface Made {
  on: Side;
  path: string;
  object: any;
}

interface Case {
  check: string;
  condition: string;
  category: string;
  message: RegExp;
  made?: Made[];
  input?: Partial<PlanInput>;
  before?(): Promise<unknown>;
  after?(): Promise<unknown>;
}

const apps = (name: string) => `/apis/apps/v1/namespaces/${name}/deployments`;
const core = (name: string, plural: string) =>
  `/api/v1/namespaces/${name}/${plural}`;

const object = (apiVersion: string, kind: string, name: string, rest = {}) => ({
  apiVersion,
  kind,
  metadata: { name },
  ...rest,
});

/** Paused: its controller makes no pods, so that the case is over as soon as it is deleted. */
function deployment(name: string, podSpec: any, metadata = {}): Made {
  return {
    on: 'source',
    path: apps(namespace),
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, ...metadata },
      spec: {
        paused: true,
        replicas: 1,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name: 'main', image: 'none' }], ...podSpec },
        },
      },
    },
  };
}

function unschedulable(name: string, annotations = {}): Made {
  return {
    on: 'source',
    path: core(namespace, 'pods'),
    object: {
      ...object('v1', 'Pod', name),
      metadata: { name, annotations },
      spec: {
        terminationGracePeriodSeconds: 0,
        nodeSelector: { 'no-node': 'has-this' },
        containers: [{ name: 'main', image: 'none' }],
      },
    },
  };
}

function definition(
  on: Side,
  names: { plural: string; kind: string; group: string; scope?: string },
  versions = ['v1'],
): Made {
  const { plural, kind, group: apiGroup, scope = 'Namespaced' } = names;
  return {
    on,
    path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    object: {
      ...object(
        'apiextensions.k8s.io/v1',
        'CustomResourceDefinition',
        `${plural}.${apiGroup}`,
      ),
      spec: {
        group: apiGroup,
        scope,
        names: { plural, kind, singular: kind.toLowerCase() },
        versions: versions.map((name, index) => ({
          name,
          served: true,
          storage: index === 0,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        })),
      },
    },
  };
}

describe('preflight', () => {
  let bed: TestBed;
  let proxy: ChangingProxy;
  let cleanUp: Array<() => Promise<unknown>> = [];

  const widgets = { plural: 'widgets', kind: 'Widget', group };
  const constraints = {
    plural: 'securitycontextconstraints',
    kind: 'SecurityContextConstraints',
    group: 'security.openshift.io',
    scope: 'Cluster',
  };

  /** Create if absent; what was there already stays. */
  async function make({ on, path, object: made }: Made): Promise<void> {
    const at = `${path}/${made.metadata.name}`;
    if (await bed.call(bed[on], at)) {
      return;
    }
    await bed.call(bed[on], path, 'POST', made);
    cleanUp.unshift(async () => {
      await bed.call(bed[on], at, 'DELETE');
      await bed.until(
        `${at} is gone`,
        async () => !(await bed.call(bed[on], at)),
        60,
      );
    });
  }

  async function undo(): Promise<void> {
    const work = cleanUp;
    cleanUp = [];
    for (const step of work) {
      await step();
    }
  }

  async function planWith(input: Partial<PlanInput> = {}): Promise<Plan> {
    const plan = await bed.backend.api.createPlan({
      name: 'preflight',
      source: 'source',
      destination: 'destination',
      namespaces: [{ source: namespace, destination: moved }],
      objects: { preserveNodePorts: true, preserveClusterIPs: true },
      ...input,
    });
    await bed.backend.api.deletePlan(plan.id);
    return plan;
  }

  /** An account with the documented rights but for some, as cluster `limited`. */
  async function registerLimited(
    side: Side,
    change: (rules: any[]) => any[],
  ): Promise<void> {
    const cluster: LocalCluster = bed[side];
    const account = `${namespace}-limited`;
    const documents = parseAllDocuments(
      readFileSync(join(__dirname, `../../docs/rbac/${side}.yaml`), 'utf8'),
    ).map(document => document.toJS());
    const role = documents.find(({ kind }) => kind === 'ClusterRole');
    const rbac = '/apis/rbac.authorization.k8s.io/v1';
    const home = side === 'source' ? namespace : moved;
    for (const made of [
      {
        path: core(home, 'serviceaccounts'),
        object: object('v1', 'ServiceAccount', account),
      },
      {
        path: `${rbac}/clusterroles`,
        object: {
          ...role,
          metadata: { name: account },
          rules: change(role.rules),
        },
      },
      {
        path: `${rbac}/clusterrolebindings`,
        object: object(
          'rbac.authorization.k8s.io/v1',
          'ClusterRoleBinding',
          account,
          {
            roleRef: {
              apiGroup: 'rbac.authorization.k8s.io',
              kind: 'ClusterRole',
              name: account,
            },
            subjects: [
              { kind: 'ServiceAccount', name: account, namespace: home },
            ],
          },
        ),
      },
    ]) {
      await make({ on: side, ...made });
    }
    const { status } = await bed.call(
      cluster,
      `${core(home, 'serviceaccounts')}/${account}/token`,
      'POST',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { audiences: [], expirationSeconds: 600 },
      },
    );
    const known = parse(readFileSync(cluster.kubeconfigPath, 'utf8'));
    await bed.backend.api.registerCluster({
      name: `limited-${side}`,
      connection: {
        kind: 'serviceAccount',
        server: cluster.server,
        caBundle: Buffer.from(
          known.clusters[0].cluster['certificate-authority-data'],
          'base64',
        ).toString('utf8'),
        token: status.token,
      },
    });
  }

  const cases: Case[] = [
    {
      check: 'SourceRights',
      condition: 'MissingRights',
      category: 'Critical',
      message:
        /limited-source may not patch cronjobs\.batch in namespace shop-preflight, .* docs\/rbac\/source\.yaml/,
      before: () =>
        registerLimited('source', rules =>
          rules.filter(({ apiGroups }) => apiGroups[0] !== 'batch'),
        ),
      input: { source: 'limited-source' },
    },
    {
      check: 'DestinationRights',
      condition: 'MissingRights',
      category: 'Critical',
      message:
        /limited-destination may not .*create\/patch\/delete configmaps.* in namespace shop-preflight-moved/,
      before: () =>
        registerLimited('destination', () => [
          { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list'] },
          {
            apiGroups: [''],
            resources: [
              'namespaces',
              'pods',
              'secrets',
              'services',
              'persistentvolumeclaims',
            ],
            verbs: ['*'],
          },
          {
            apiGroups: ['apps', 'batch', 'rbac.authorization.k8s.io'],
            resources: ['*'],
            verbs: ['*'],
          },
        ]),
      input: { destination: 'limited-destination' },
    },
    {
      check: 'ServerVersions',
      condition: 'ServerVersionUntested',
      category: 'Warn',
      message: /^Cluster lying runs Kubernetes v1\.16\.3.*Upgrade/,
      before: async () => {
        proxy.gitVersion = 'v1.16.3';
      },
      after: async () => {
        proxy.gitVersion = undefined;
      },
      input: { source: 'lying' },
    },
    {
      check: 'ClockSkew',
      condition: 'ClockSkew',
      category: 'Warn',
      message: /clock of cluster lying is 3\d\d\d seconds ahead of .*NTP/,
      before: async () => {
        proxy.secondsAhead = 3600;
      },
      after: async () => {
        proxy.secondsAhead = 0;
      },
      input: { source: 'lying' },
    },
    {
      check: 'NamespaceTerminating',
      condition: 'NamespaceTerminating',
      category: 'Critical',
      message:
        /Namespace shop-preflight-ending on cluster destination is being deleted since .*Wait/,
      before: async () => {
        const path = core(ending, 'configmaps');
        await bed.call(
          bed.destination,
          '/api/v1/namespaces',
          'POST',
          object('v1', 'Namespace', ending),
        );
        await bed.call(bed.destination, path, 'POST', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'held', finalizers: [`${group}/held`] },
        });
        await bed.call(
          bed.destination,
          `/api/v1/namespaces/${ending}`,
          'DELETE',
        );
      },
      after: async () => {
        await bed.call(
          bed.destination,
          `${core(ending, 'configmaps')}/held`,
          'PATCH',
          { metadata: { finalizers: null } },
          'application/merge-patch+json',
        );
        await bed.gone(bed.destination, ending);
      },
      input: { namespaces: [{ source: namespace, destination: ending }] },
    },
    {
      check: 'PlanConflict',
      condition: 'PlanConflict',
      category: 'Warn',
      message:
        /^Plan preflight-other names namespace shop-preflight on cluster source too.*Delete/,
      before: async () => {
        const { api } = bed.backend;
        const { id } = await api.createPlan({
          name: 'preflight-other',
          source: 'source',
          destination: 'destination',
          namespaces: [{ source: namespace, destination: other }],
        });
        cleanUp.unshift(() => api.deletePlan(id));
      },
    },
    {
      check: 'WorkloadQuotas',
      condition: 'QuotaExceeded',
      category: 'Critical',
      message:
        /ResourceQuota shop-preflight-moved\/few on destination allows 1 of count\/configmaps; 1 are used .* need 1 more/,
      made: [
        {
          on: 'destination',
          path: core(moved, 'resourcequotas'),
          object: object('v1', 'ResourceQuota', 'few', {
            spec: { hard: { 'count/configmaps': '1' } },
          }),
        },
      ],
      before: () =>
        bed.until('the quota is counted', async () => {
          const { status } = await bed.call(
            bed.destination,
            `${core(moved, 'resourcequotas')}/few`,
          );
          return status?.used?.['count/configmaps'] === '1';
        }),
    },
    {
      check: 'ContainerLimits',
      condition: 'LimitRangeViolated',
      category: 'Critical',
      message:
        /LimitRange shop-preflight-moved\/small on destination wants at most 2m cpu, and Deployment shop-preflight-moved\/web /,
      made: [
        {
          on: 'destination',
          path: core(moved, 'limitranges'),
          object: object('v1', 'LimitRange', 'small', {
            spec: { limits: [{ type: 'Container', max: { cpu: '2m' } }] },
          }),
        },
      ],
    },
    {
      check: 'PodSecurity',
      condition: 'PodSecurityRefused',
      category: 'Warn',
      message:
        /shop-preflight-moved on cluster destination admits pods of level baseline.*Deployment shop-preflight-moved\/hosted are not: hostNetwork/,
      made: [deployment('hosted', { hostNetwork: true })],
      before: () =>
        labelMoved({ 'pod-security.kubernetes.io/enforce': 'baseline' }),
      after: () => labelMoved({ 'pod-security.kubernetes.io/enforce': null }),
    },
    {
      check: 'SecurityContextConstraints',
      condition: 'SecurityConstraintAbsent',
      category: 'Error',
      message:
        /Pods shop-preflight\/constrained run under .* shop-preflight-scc, which cluster destination does not have/,
      made: [
        definition('destination', constraints),
        unschedulable('constrained', {
          'openshift.io/scc': `${namespace}-scc`,
        }),
      ],
    },
    {
      check: 'NodeCapacity',
      condition: 'PodTooLarge',
      category: 'Warn',
      message:
        /pod of Deployment shop-preflight-moved\/huge requests 4000 cpu, and no node of cluster destination/,
      made: [
        deployment('huge', {
          containers: [
            {
              name: 'main',
              image: 'none',
              resources: { requests: { cpu: '4000' } },
            },
          ],
        }),
      ],
    },
    {
      check: 'Scheduling',
      condition: 'PodFitsNoNode',
      category: 'Warn',
      message:
        /No node of cluster destination takes the pods of Deployment shop-preflight-moved\/picky, because of nodeSelector disk=golden/,
      made: [deployment('picky', { nodeSelector: { disk: 'golden' } })],
    },
    {
      check: 'VolumeTopology',
      condition: 'StorageClassReachesNoNode',
      category: 'Error',
      message:
        /Storage class shop-preflight-nowhere makes volumes only in topologies/,
      made: [
        {
          on: 'destination',
          path: '/apis/storage.k8s.io/v1/storageclasses',
          object: object(
            'storage.k8s.io/v1',
            'StorageClass',
            `${namespace}-nowhere`,
            {
              provisioner: group,
              allowedTopologies: [
                {
                  matchLabelExpressions: [
                    { key: 'topology.kubernetes.io/zone', values: ['nowhere'] },
                  ],
                },
              ],
            },
          ),
        },
      ],
      input: {
        volumes: [
          { namespace, claim: 'data', storageClass: `${namespace}-nowhere` },
        ],
      },
    },
    {
      check: 'Images',
      condition: 'ImageInsideSource',
      category: 'Warn',
      message:
        /Image image-registry\.openshift-image-registry\.svc:5000\/shop\/web of Deployment shop-preflight-moved\/inner is in a registry inside cluster source/,
      made: [
        deployment('inner', {
          containers: [
            {
              name: 'main',
              image:
                'image-registry.openshift-image-registry.svc:5000/shop/web',
            },
          ],
        }),
      ],
    },
    {
      check: 'Images',
      condition: 'PullSecretAbsent',
      category: 'Warn',
      message:
        /Secret shop-preflight-moved\/no-such, with which Deployment shop-preflight-moved\/pulling pulls images/,
      made: [
        deployment('pulling', { imagePullSecrets: [{ name: 'no-such' }] }),
      ],
    },
    {
      check: 'Hosts',
      condition: 'HostTaken',
      category: 'Warn',
      message:
        /Ingress shop-preflight-moved\/web wants shop-preflight\.example\.org\/, which shop-preflight-other\/taken on cluster destination has/,
      made: [
        {
          on: 'destination',
          path: `/apis/networking.k8s.io/v1/namespaces/${other}/ingresses`,
          object: ingress('taken'),
        },
      ],
    },
    {
      check: 'ServiceAddresses',
      condition: 'NodePortTaken',
      category: 'Critical',
      message:
        /Service shop-preflight-moved\/web is to keep node port 31283\/TCP, which service shop-preflight-other\/taken on cluster destination has/,
      made: [
        {
          on: 'destination',
          path: core(other, 'services'),
          object: service('taken'),
        },
      ],
    },
    {
      check: 'Webhooks',
      condition: 'WebhookNotAnswering',
      category: 'Error',
      message:
        /Webhook gone\.\S+ of ValidatingWebhookConfiguration shop-preflight-gone on cluster destination must admit configmaps, and its service shop-preflight-moved\/no-such does not exist/,
      made: [
        {
          on: 'destination',
          path: '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
          object: object(
            'admissionregistration.k8s.io/v1',
            'ValidatingWebhookConfiguration',
            `${namespace}-gone`,
            {
              webhooks: [
                {
                  name: `gone.${group}`,
                  sideEffects: 'None',
                  admissionReviewVersions: ['v1'],
                  clientConfig: {
                    service: { namespace: moved, name: 'no-such' },
                  },
                  // of this test's namespace only: others run beside it
                  namespaceSelector: { matchLabels: { guarded: namespace } },
                  rules: [
                    {
                      apiGroups: [''],
                      apiVersions: ['v1'],
                      resources: ['configmaps'],
                      operations: ['CREATE'],
                    },
                  ],
                },
              ],
            },
          ),
        },
      ],
      before: () => labelMoved({ guarded: namespace }),
      after: () => labelMoved({ guarded: null }),
    },
    {
      check: 'CustomResourceVersions',
      condition: 'DefinitionsDiffer',
      category: 'Warn',
      message:
        /CustomResourceDefinition widgets\.\S+ serves v1 \(stored\), v2 on the source and v1 \(stored\) on cluster destination/,
      before: () => serveWidgets(['v1', 'v2']),
      after: () => serveWidgets(['v1']),
    },
    {
      check: 'PodHealth',
      condition: 'SourcePodsNotHealthy',
      category: 'Warn',
      message:
        /Pod shop-preflight\/waiting on cluster source is not healthy: Unschedulable/,
      made: [unschedulable('waiting')],
    },
    {
      check: 'Controllers',
      condition: 'ManagedByGitOps',
      category: 'Warn',
      message:
        /Deployment shop-preflight\/synced on cluster source is kept as in Git by Argo CD application shop.*Suspend/,
      made: [
        deployment(
          'synced',
          {},
          { labels: { 'argocd.argoproj.io/instance': 'shop' } },
        ),
      ],
    },
    {
      check: 'Autoscalers',
      condition: 'AutoscalerTargetNotStopped',
      category: 'Warn',
      message:
        /HorizontalPodAutoscaler shop-preflight\/odd scales Widget widget, a kind that/,
      made: [
        {
          on: 'source',
          path: `/apis/autoscaling/v1/namespaces/${namespace}/horizontalpodautoscalers`,
          object: object('autoscaling/v1', 'HorizontalPodAutoscaler', 'odd', {
            spec: {
              maxReplicas: 2,
              scaleTargetRef: {
                apiVersion: `${group}/v1`,
                kind: 'Widget',
                name: 'widget',
              },
            },
          }),
        },
      ],
    },
  ];

  const serveWidgets = (versions: string[]) => {
    const { path, object: made } = definition('source', widgets, versions);
    return bed.call(
      bed.source,
      `${path}/${made.metadata.name}`,
      'PATCH',
      { spec: { versions: made.spec.versions } },
      'application/merge-patch+json',
    );
  };

  const labelMoved = (labels: Record<string, string | null>) =>
    bed.call(
      bed.destination,
      `/api/v1/namespaces/${moved}`,
      'PATCH',
      { metadata: { labels } },
      'application/merge-patch+json',
    );

  function ingress(name: string) {
    return object('networking.k8s.io/v1', 'Ingress', name, {
      spec: {
        rules: [
          {
            host: `${namespace}.example.org`,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: 'web', port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
    });
  }

  function service(name: string) {
    return object('v1', 'Service', name, {
      spec: {
        type: 'NodePort',
        selector: { app: 'web' },
        ports: [{ port: 80, nodePort }],
      },
    });
  }

  /** One of each kind that the checks look at, with nothing wrong. */
  async function deploy(): Promise<void> {
    const image = bed.environment.images.demo;
    const web = deployment('web', {
      terminationGracePeriodSeconds: 0,
      containers: [
        {
          name: 'main',
          image,
          command: ['sleep', '1000000'],
          resources: { limits: { cpu: '10m', memory: '20Mi' } },
          volumeMounts: [{ name: 'data', mountPath: '/data' }],
        },
      ],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    });
    delete web.object.spec.paused;
    for (const [on, path, made] of [
      [
        'source',
        core(namespace, 'configmaps'),
        object('v1', 'ConfigMap', 'settings'),
      ],
      [
        'source',
        core(namespace, 'persistentvolumeclaims'),
        object('v1', 'PersistentVolumeClaim', 'data', {
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: 'standard',
            resources: { requests: { storage: '200Mi' } },
          },
        }),
      ],
      ['source', web.path, web.object],
      ['source', core(namespace, 'services'), service('web')],
      [
        'source',
        `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`,
        ingress('web'),
      ],
      [
        'source',
        `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs`,
        object('batch/v1beta1', 'CronJob', 'nightly', {
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
        }),
      ],
      ['destination', '/api/v1/namespaces', object('v1', 'Namespace', moved)],
      ['destination', '/api/v1/namespaces', object('v1', 'Namespace', other)],
    ] as Array<[Side, string, any]>) {
      await bed.call(bed[on], path, 'POST', made);
    }
    const instances = `/apis/${group}/v1/namespaces/${namespace}/widgets`;
    for (const side of ['source', 'destination'] as const) {
      const { path, object: made } = definition(side, widgets);
      await bed.call(bed[side], path, 'POST', made);
      await bed.until('widgets are served', () =>
        bed.call(bed[side], instances),
      );
    }
    await bed.call(
      bed.source,
      instances,
      'POST',
      object(`${group}/v1`, 'Widget', 'widget'),
    );
    await bed.until('the fixture runs', async () =>
      (
        await bed.pods(bed.source, namespace)
      ).some(pod => pod.status.phase === 'Running'),
    );
  }

  beforeAll(async () => {
    bed = await TestBed.start(7283, namespace, { fixture: false });
    proxy = await ChangingProxy.start(bed.source, 7284);
    await deploy();
    await bed.backend.api.registerCluster({
      name: 'lying',
      connection: { kind: 'kubeconfig', kubeconfig: proxy.kubeconfig },
    });
  });

  afterAll(async () => {
    if (bed) {
      await undo();
      for (const side of ['source', 'destination'] as const) {
        const { path, object: made } = definition(side, widgets);
        await bed.call(bed[side], `${path}/${made.metadata.name}`, 'DELETE');
      }
      for (const name of [moved, other]) {
        await bed.call(bed.destination, `/api/v1/namespaces/${name}`, 'DELETE');
      }
      await proxy?.close();
      await bed.close();
      await bed.gone(bed.destination, moved);
      await bed.gone(bed.destination, other);
    }
  });

  it('finds nothing where nothing is wrong, and says so check by check', async () => {
    const { checks, conditions } = await planWith();
    expect(conditions).toEqual([]);
    expect(
      checks!
        .filter(({ outcome }) => outcome !== 'passed')
        .map(({ name, outcome }) => [name, outcome]),
      // nobody has probed it yet, see networkProbe.clustertest.ts
    ).toEqual([['MoverNetwork', 'notMade']]);
    // every check has a case below in which it fires, but for the probe, which has a test of its own
    expect(
      [...new Set(cases.map(({ check }) => check)), 'MoverNetwork'].sort(),
    ).toEqual(checks!.map(({ name }) => name).sort());
    expect((await planWith({ source: 'lying' })).conditions).toEqual([]);
  });

  it.each(cases.map(one => [one.check, one.condition, one] as const))(
    '%s finds %s, and nothing when it is mended',
    async (check, type, one) => {
      try {
        for (const made of one.made ?? []) {
          await make(made);
        }
        await one.before?.();
        const wanted = expect.objectContaining({
          type,
          category: one.category,
          message: expect.stringMatching(one.message),
        });
        let plan: Plan | undefined;
        await bed
          .until(
            // a definition is served, a pod looked at, a little after it was made
            'it is found',
            async () => {
              plan = await planWith(one.input);
              return plan.conditions.some(found =>
                wanted.asymmetricMatch(found),
              );
            },
            20,
          )
          .catch(() => expect(plan?.conditions).toContainEqual(wanted));
        const { checks } = plan!;
        expect(checks!.find(({ name }) => name === check)).toMatchObject({
          outcome: 'found',
        });
      } finally {
        await one.after?.();
        await undo();
      }
      let mended: Plan | undefined;
      await bed
        .until(
          'nothing is found any more',
          async () => {
            mended = await planWith(
              one.input?.source === 'lying' ? one.input : {},
            );
            return mended.conditions.length === 0;
          },
          20,
        )
        .catch(() => expect(mended?.conditions).toEqual([]));
    },
  );
});
