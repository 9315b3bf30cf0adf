/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { claimPath } from '@namespace-migration/local-clusters';
import { Plan, PlanInput } from '@namespace-migration/plugin-migration-common';
import { describeDirectory } from './independentComparison';
import { TestBed } from './testBed';

const namespace = 'shop-conversion';
const setClaims = [0, 1, 2].map(ordinal => `rows-db-${ordinal}`);

describe('a storage conversion', () => {
  let bed: TestBed;
  let plan: Plan;
  let before: {
    db: any;
    web: any;
    agent: any;
    legacy: any;
    report: any;
    data: Map<string, string>;
  };

  const call = (path: string, method?: string, body?: unknown) =>
    bed.call(bed.source, path, method, body);
  const apps = (kind: string, name = '') =>
    `/apis/apps/v1/namespaces/${namespace}/${kind}/${name}`;
  const cronJob = `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs`;
  const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const configs = `/apis/apps.openshift.io/v1/namespaces/${namespace}/deploymentconfigs`;
  const jobs = `/apis/batch/v1/namespaces/${namespace}/jobs`;
  const pods = `/api/v1/namespaces/${namespace}/pods`;
  const claims = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
  /** Deployment, DaemonSet, Job, bare pod. */
  const mountPages = 4;
  const volume = (name: string) => ({
    name,
    persistentVolumeClaim: { claimName: 'pages' },
  });
  const container = (command: string, mount: string) => ({
    name: 'main',
    image: bed.environment.images.demo,
    command: ['bash', '-c', command],
    volumeMounts: [{ name: mount, mountPath: '/data' }],
  });
  const selector = (app: string) => ({
    selector: { matchLabels: { app } },
  });
  const template = (app: string, spec: any) => ({
    template: {
      metadata: { labels: { app } },
      spec: { terminationGracePeriodSeconds: 2, ...spec },
    },
  });
  const mountedClaims = async () =>
    (await bed.pods(bed.source, namespace))
      .filter(pod => pod.status.phase === 'Running')
      .flatMap(pod =>
        pod.spec.volumes.flatMap(
          (each: any) => each.persistentVolumeClaim?.claimName ?? [],
        ),
      )
      .sort();
  /** Of each claim one mount, but of the pages all. */
  const mountedOnce = (names: string[]) =>
    names
      .flatMap(name =>
        name.startsWith('pages') ? Array(mountPages).fill(name) : [name],
      )
      .sort();
  const live = async () => ({
    db: await call(apps('statefulsets', 'db')),
    web: await call(apps('deployments', 'web')),
    agent: await call(apps('daemonsets', 'agent')),
    legacy: await call(`${configs}/legacy`),
    report: await call(`${cronJob}/report`),
  });
  /** What people wrote, without what the cluster adds to it. */
  const asked = ({ metadata, spec }: any) => ({
    labels: metadata.labels,
    annotations: Object.fromEntries(
      Object.entries(metadata.annotations ?? {}).filter(
        ([key]) =>
          !/^(deployment\.kubernetes\.io|deprecated\.daemonset)/.test(key),
      ),
    ),
    spec,
  });
  const read = async (names: string[]) =>
    new Map(
      await Promise.all(
        names.map(
          async name =>
            [
              name,
              describeDirectory(await claimPath(bed.source, namespace, name)),
            ] as const,
        ),
      ),
    );

  beforeAll(async () => {
    bed = await TestBed.start(7227, namespace, { fixture: false });
    await call(claims, 'POST', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'pages' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'standard',
        resources: { requests: { storage: '64Mi' } },
      },
    });
    await call(apps('statefulsets'), 'POST', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: {
        name: 'db',
        labels: { team: 'shop' },
        annotations: { a: 'b' },
      },
      spec: {
        serviceName: 'db',
        replicas: 3,
        podManagementPolicy: 'Parallel',
        ...selector('db'),
        ...template('db', {
          containers: [
            container(
              'test -e /data/rows || { head -c 500000 /dev/urandom > /data/rows; ln /data/rows /data/link; }; sleep infinity',
              'rows',
            ),
          ],
        }),
        volumeClaimTemplates: [
          {
            metadata: { name: 'rows' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'standard',
              resources: { requests: { storage: '64Mi' } },
            },
          },
        ],
      },
    });
    await call(apps('deployments'), 'POST', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        ...selector('web'),
        ...template('web', {
          containers: [
            container(
              'test -e /data/page || echo page > /data/page; sleep infinity',
              'pages',
            ),
          ],
          volumes: [volume('pages'), { name: 'scratch', emptyDir: {} }],
        }),
      },
    });
    const sleeper = {
      containers: [container('sleep infinity', 'p')],
      volumes: [volume('p')],
    };
    await call(apps('daemonsets'), 'POST', {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: { ...selector('agent'), ...template('agent', sleeper) },
    });
    if (!(await call(`${definitions}/${configDefinition.metadata.name}`))) {
      await call(definitions, 'POST', configDefinition);
    }
    await bed.until('DeploymentConfigs are served', () => call(configs));
    // it has no controller here
    await call(configs, 'POST', {
      apiVersion: 'apps.openshift.io/v1',
      kind: 'DeploymentConfig',
      metadata: { name: 'legacy' },
      spec: {
        replicas: 0,
        selector: { app: 'legacy' },
        ...template('legacy', sleeper),
      },
      // what OpenShift's controller would say after each change
      status: { observedGeneration: 1000 },
    });
    await call(jobs, 'POST', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'batch' },
      spec: template('batch', { restartPolicy: 'Never', ...sleeper }),
    });
    await call(pods, 'POST', {
      apiVersion: 'v1',
      kind: 'Pod',
      ...template('loner', sleeper).template,
      metadata: { name: 'loner' },
    });
    await call(cronJob, 'POST', {
      apiVersion: 'batch/v1beta1',
      kind: 'CronJob',
      metadata: { name: 'report' },
      spec: {
        schedule: '0 0 1 1 *',
        jobTemplate: {
          spec: template('report', {
            restartPolicy: 'Never',
            containers: [container('cat /data/page', 'p')],
            volumes: [volume('p')],
          }),
        },
      },
    });
    await bed.until(
      'everything runs',
      async () =>
        (await mountedClaims()).length === setClaims.length + mountPages,
    );
    // pods write once when they start
    await new Promise(resolve => setTimeout(resolve, 2_000));
  });

  /** The backend dies when the phase has changed everything and nothing of that is stored; another one ends it. */
  async function killedIn(type: 'cutover' | 'rollback', phase: string) {
    const { backend } = bed;
    const { id } = await backend.api.startMigration(plan.id, { type });
    await backend.kill();
    backend.launch({ MIGRATION_KILL_AT: `${type}/${phase}/ran` });
    await bed.until(
      `the backend died in ${phase}`,
      async () => !backend.running,
      600,
    );
    await backend.start();
    return backend.ended(id, 'Completed');
  }

  // the definition stays: tests beside this one may use it
  afterAll(() => bed?.close());

  const input = (names: string[]): Partial<PlanInput> => ({
    type: 'storageConversion',
    destination: 'source',
    namespaces: [{ source: namespace }],
    volumes: names.map(claim => ({ namespace, claim, storageClass: 'fast' })),
  });

  it('must be whole for a StatefulSet, and change something', async () => {
    const half = await bed.plan('half', namespace, {
      ...input(['rows-db-0']),
      volumes: [
        { namespace, claim: 'rows-db-0', storageClass: 'fast' },
        { namespace, claim: 'pages' },
      ],
    });
    expect(
      half.conditions.map(({ type, object }) => `${type} ${object?.name}`),
    ).toEqual([
      'NothingToConvert pages',
      'ConversionIncomplete rows-db-1',
      'ConversionIncomplete rows-db-2',
    ]);
    plan = await bed.plan('faster', namespace, input([...setClaims, 'pages']));
    expect(plan.conditions).toEqual([]);
  });

  it('gives every workload the new claims, with the same data, and leaves the old ones', async () => {
    before = { ...(await live()), data: await read([...setClaims, 'pages']) };
    await bed.backend.run(plan.id, 'stage');
    expect(await mountedClaims()).toEqual(mountedOnce(['pages', ...setClaims]));
    const cutover = await killedIn('cutover', 'SwapClaimReferences');
    expect(cutover.volumes.map(({ proof }) => proof?.differences)).toEqual([
      0, 0, 0, 0,
    ]);
    const targets = plan.volumes.map(({ target }) => target.claim).sort();
    expect(
      targets.filter(name => /^rows-mig-[0-9a-f]{4}-db-[012]$/.test(name)),
    ).toHaveLength(3);
    await bed.until(
      'everything runs',
      async () =>
        (await mountedClaims()).length === setClaims.length + mountPages,
    );
    expect(await mountedClaims()).toEqual(mountedOnce(targets));
    for (const { claim, target } of plan.volumes) {
      const found = await call(`${claims}/${target.claim}`);
      expect(found.spec.storageClassName).toBe('fast');
      expect((await read([target.claim])).get(target.claim)).toBe(
        before.data.get(claim),
      );
    }
    expect(await read([...setClaims, 'pages'])).toEqual(before.data);
    const after = await live();
    // but for the names, all of it is what it was
    const back = (object: any) =>
      JSON.parse(
        JSON.stringify(asked(object))
          .replace(/-mig-[0-9a-f]{4}/g, '')
          .replaceAll(
            '"storageClassName":"fast"',
            '"storageClassName":"standard"',
          ),
      );
    for (const name of ['db', 'web', 'agent', 'legacy', 'report'] as const) {
      expect(back(after[name])).toEqual(asked(before[name]));
      expect(asked(after[name])).not.toEqual(asked(before[name]));
    }
    expect(await bed.leftovers()).toEqual([]);
  });

  it('goes back to the old claims, to the field', async () => {
    await killedIn('rollback', 'SwapBackClaimReferences');
    await bed.until(
      'everything runs',
      async () =>
        (await mountedClaims()).length === setClaims.length + mountPages,
    );
    expect(await mountedClaims()).toEqual(mountedOnce(['pages', ...setClaims]));
    const after = await live();
    for (const name of ['db', 'web', 'agent', 'legacy', 'report'] as const) {
      expect(asked(after[name])).toEqual(asked(before[name]));
    }
    expect(await read([...setClaims, 'pages'])).toEqual(before.data);
    expect(
      (await call(claims)).items
        .map(({ metadata }: any) => metadata.name)
        .sort(),
    ).toEqual(['pages', ...setClaims]);
    expect(await bed.leftovers()).toEqual([]);
  });
});

const configDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'deploymentconfigs.apps.openshift.io' },
  spec: {
    group: 'apps.openshift.io',
    scope: 'Namespaced',
    names: {
      plural: 'deploymentconfigs',
      singular: 'deploymentconfig',
      kind: 'DeploymentConfig',
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
};
