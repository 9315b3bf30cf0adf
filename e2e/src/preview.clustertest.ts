/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Preview,
  PreviewedObject,
} from '@namespace-migration/plugin-migration-common';
import { groupOf } from './fixtureNamespace';
import { TestBed } from './testBed';

const namespace = 'shop-preview';
const moved = 'shop-preview-moved';
const password = 'correct-horse-battery';
const many = 250;

describe('a preview', () => {
  let bed: TestBed;
  let planId: string;

  const core = `/api/v1/namespaces/${namespace}`;
  const there = `/api/v1/namespaces/${moved}`;
  const definition = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions`;
  const previewed = async (): Promise<Preview> => {
    const { api } = bed.backend;
    expect(await api.startPreview(planId)).toMatchObject({ state: 'running' });
    await bed.until(
      'the preview has ended',
      async () => (await api.getPreview(planId)).state !== 'running',
      120,
    );
    return api.getPreview(planId);
  };
  const found = async (
    kind: string,
    name: string,
  ): Promise<PreviewedObject | undefined> =>
    (
      await bed.backend.api.listPreviewedObjects(planId, { kind, limit: 500 })
    ).items.find(({ object }) => object.name === name);
  const namesAt = async (...paths: string[]): Promise<string[]> =>
    (await Promise.all(paths.map(path => bed.call(bed.destination, path))))
      .flatMap(list => list.items.map((item: any) => item.metadata.name))
      .sort();

  beforeAll(async () => {
    bed = await TestBed.start(7287, namespace, { fixture: false });
    const make = (path: string, object: object) =>
      bed.call(bed.source, path, 'POST', object);
    const configMap = (name: string, data: object) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      data,
    });
    await make(`${core}/configmaps`, configMap('settings', { colour: 'blue' }));
    for (let n = 0; n < many; n += 1) {
      await make(`${core}/configmaps`, configMap(`page-${n}`, { n: `${n}` }));
    }
    await make(`${core}/secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'login' },
      stringData: { password },
    });
    await make(`${core}/services`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'front' },
      spec: { selector: { app: 'front' }, ports: [{ port: 80 }] },
    });
    await make(`/apis/apps/v1/namespaces/${namespace}/deployments`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'front' },
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'front' } },
        template: {
          metadata: { labels: { app: 'front' } },
          spec: { containers: [{ name: 'front', image: 'front:1' }] },
        },
      },
    });
    const group = groupOf(namespace);
    await make(definition, {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `shops.${group}` },
      spec: {
        group,
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
            schema: { openAPIV3Schema: { type: 'object' } },
          },
        ],
      },
    });
    const shops = `/apis/${group}/v1/namespaces/${namespace}/shops`;
    await bed.until('shops are served', () => bed.call(bed.source, shops));
    await make(shops, {
      apiVersion: `${group}/v1`,
      kind: 'Shop',
      metadata: { name: 'shop' },
    });
    planId = (await bed.plan('preview', moved)).id;
  });

  afterAll(() => bed?.close());

  it('of a namespace that does not exist says that all would be created, and creates nothing', async () => {
    const { api } = bed.backend;
    // namespaces and definitions come and go with the tests beside this one
    const listed = async () => [
      ...(await namesAt('/api/v1/namespaces', definition)).filter(name =>
        name.includes(namespace),
      ),
      ...(await namesAt(
        '/api/v1/namespaces/default/configmaps',
        '/api/v1/namespaces/default/secrets',
        '/api/v1/namespaces/default/services',
        '/apis/apps/v1/namespaces/default/deployments',
      )),
    ];
    await expect(api.getPreview(planId)).rejects.toMatchObject({
      statusCode: 404,
    });
    const before = await listed();
    const preview = await previewed();
    expect(await listed()).toEqual(before);
    expect(preview).toMatchObject({
      state: 'completed',
      current: true,
      planHash: (await api.getPlan(planId)).hash,
      conditions: [],
      counts: { change: 0, unchanged: 0, skip: 0, refused: 0, notTried: 1 },
    });
    // namespace, settings, pages, secret, service, deployment, definition
    expect(preview.counts.create).toBe(many + 6);
    expect(preview.progress.objects).toBe(many + 7);
    expect(await found('Shop', 'shop')).toMatchObject({
      outcome: 'notTried',
      message: expect.stringContaining('does not serve Shop'),
    });
    const namespaceEntry = await found('Namespace', moved);
    expect(namespaceEntry).toMatchObject({ outcome: 'create' });
    expect(namespaceEntry?.standIn).toBeUndefined();
    expect(await found('ConfigMap', 'settings')).toMatchObject({
      outcome: 'create',
      standIn: true,
      sourceNamespace: namespace,
      object: { cluster: 'destination', namespace: moved },
      diff: [
        {
          path: '',
          op: 'add',
          after: {
            metadata: { name: 'settings', namespace: moved },
            data: { colour: 'blue' },
          },
        },
      ],
    });
    expect(await found('Deployment', 'front')).toMatchObject({
      outcome: 'create',
    });
    const page = await api.listPreviewedObjects(planId, {
      outcome: 'create',
      limit: 3,
      offset: 1,
    });
    expect(page).toMatchObject({
      totalItems: many + 6,
      items: [{}, {}, {}],
    });
  });

  it('never tells what is in a Secret', async () => {
    expect(await found('Secret', 'login')).toMatchObject({
      diff: [{ after: { data: { password: '(hidden)' } } }],
    });
    const all = JSON.stringify(
      await bed.backend.api.listPreviewedObjects(planId, { limit: 500 }),
    );
    expect(all).not.toContain(password);
    expect(all).not.toContain(Buffer.from(password).toString('base64'));
  });

  it('of a plan that was changed since is not current', async () => {
    const { api } = bed.backend;
    const change = (excludedKinds: string[]) =>
      api.updatePlan(planId, {
        name: 'preview',
        source: 'source',
        destination: 'destination',
        namespaces: [{ source: namespace, destination: moved }],
        existing: [
          { kind: 'ConfigMap', name: 'settings', action: 'adopt' },
          { kind: 'ConfigMap', name: 'page-0', action: 'replace' },
          { kind: 'Secret', name: 'login', action: 'replace' },
        ],
        options: { excludedKinds },
        transforms: [
          {
            name: 'repaint',
            target: { kind: 'ConfigMap', name: 'settings' },
            patch: [{ op: 'replace', path: '/data/colour', value: 'green' }],
          },
        ],
      });
    await change(['services']);
    expect(await api.getPreview(planId)).toMatchObject({
      state: 'completed',
      current: false,
    });
    await change([]);
  });

  it('of a namespace that exists shows what would change in it, transforms with it, and what would be refused there', async () => {
    const make = (path: string, object: object) =>
      bed.call(bed.destination, path, 'POST', object);
    await make('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: moved },
    });
    await make(`${there}/configmaps`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings' },
      data: { colour: 'red', size: 'small' },
    });
    await make(`${there}/configmaps`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'page-0' },
    });
    await make(`${there}/secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'login' },
      stringData: { password: 'another-secret' },
    });
    await make(`${there}/resourcequotas`, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'few' },
      spec: { hard: { 'count/configmaps': '3' } },
    });
    const counted = async () =>
      (await bed.call(bed.destination, `${there}/resourcequotas/few`)).status
        ?.used?.['count/configmaps'] === '3';
    await bed.until('the quota is counted', counted, 60);
    const preview = await previewed();
    expect(preview).toMatchObject({
      state: 'completed',
      current: true,
      counts: {
        adopt: 1,
        replace: 2,
        change: 2,
        refused: many - 1,
        notTried: 2,
      },
    });
    expect(preview.conditions).toHaveLength(100);
    expect(preview.conditions[0]).toMatchObject({
      type: 'ObjectRefused',
      category: 'Error',
      message: expect.stringContaining('exceeded quota: few'),
      object: { kind: 'ConfigMap', namespace: moved },
    });
    expect(await found('Namespace', moved)).toBeUndefined();
    expect(await found('ConfigMap', 'page-7')).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(
        /^configmaps "page-7" is forbidden: exceeded quota: few, requested: count\/configmaps=1/,
      ),
    });
    expect(await found('ConfigMap', 'page-0')).toMatchObject({
      outcome: 'notTried',
      message: expect.stringContaining('beside what it replaces'),
    });
    expect(await found('Secret', 'login')).toMatchObject({
      action: 'replace',
      outcome: 'change',
      standIn: true,
      object: { namespace: moved, name: 'login' },
      diff: [
        {
          path: '/data/password',
          op: 'replace',
          before: '(hidden)',
          after: '(hidden)',
        },
        { path: '/metadata/annotations', op: 'add' },
      ],
    });
    expect(await found('ConfigMap', 'settings')).toEqual({
      object: {
        cluster: 'destination',
        apiVersion: 'v1',
        kind: 'ConfigMap',
        namespace: moved,
        name: 'settings',
      },
      sourceNamespace: namespace,
      action: 'adopt',
      wave: expect.any(Number),
      outcome: 'change',
      diff: [
        { path: '/data/colour', op: 'replace', before: 'red', after: 'green' },
        {
          path: '/metadata/annotations',
          op: 'add',
          after: { 'namespace-migration.io/migrated-by-plan': planId },
        },
      ],
    });
    expect(
      (await bed.call(bed.destination, `${there}/configmaps/settings`)).data,
    ).toEqual({ colour: 'red', size: 'small' });
    expect(await namesAt(`${there}/services`)).toEqual([]);
  });

  it('whose backend is killed does not run for ever, and another one can be made', async () => {
    const { backend } = bed;
    await backend.api.startPreview(planId);
    await backend.kill();
    await backend.start();
    await bed.until(
      'it counts as failed',
      async () => (await backend.api.getPreview(planId)).state === 'failed',
      60,
    );
    expect((await backend.api.getPreview(planId)).conditions).toContainEqual(
      expect.objectContaining({ type: 'PreviewInterrupted' }),
    );
    expect((await previewed()).state).toBe('completed');
  });
});
