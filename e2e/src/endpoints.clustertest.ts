/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setNetworkCut } from '@namespace-migration/local-clusters';
import { TestBed } from './testBed';

const namespace = 'shop-cut';
const routes = '/apis/route.openshift.io/v1';
const routesDefinition =
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/routes.route.openshift.io';

// Changes what the clusters are to every migration, so nothing else may run beside it: runAllTests.ts gives it a run of its own.
describe('the ways between two clusters', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await TestBed.start(7214, namespace);
  });

  afterAll(() => bed?.close());

  /** Patches the status of objects on the destination as a controller would, while the work goes on. */
  function controlled<T>(
    path: string,
    statusOf: (object: any) => object | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    return bed.during(work, async () => {
      const { items = [] } = (await bed.call(bed.destination, path)) ?? {};
      for (const item of items) {
        const status = statusOf(item);
        if (status) {
          const { namespace: ns, name } = item.metadata;
          const prefix = path.slice(0, path.lastIndexOf('/'));
          const plural = path.slice(path.lastIndexOf('/') + 1);
          await bed
            .call(
              bed.destination,
              `${prefix}/namespaces/${ns}/${plural}/${name}/status`,
              'PATCH',
              { status },
              'application/merge-patch+json',
            )
            .catch(() => undefined);
        }
      }
    });
  }

  async function staged(planId: string) {
    const stage = await bed.backend.run(planId, 'stage');
    expect(await bed.leftovers()).toEqual([]);
    const events = await bed.backend.api.listMigrationEvents(stage.id);
    return {
      endpoints: stage.volumes.map(({ endpoint }) => endpoint),
      chosen: events.find(({ reason }) => reason === 'EndpointChosen')!.message,
    };
  }

  describe('with what the destination offers', () => {
    let planId: string;
    let router: ChildProcess | undefined;

    beforeAll(async () => {
      planId = (await bed.plan('offered', 'offered')).id;
    });

    afterAll(async () => {
      if (router && router.exitCode === null) {
        const ended = once(router, 'exit');
        router.kill();
        await ended;
      }
      await bed.call(bed.destination, routesDefinition, 'DELETE');
      execFileSync('nsenter', [
        `--net=/run/netns/${bed.source.net.namespace}`,
        'ip',
        'route',
        'flush',
        '192.0.2.0/24',
      ]);
    });

    it('a node port, without waiting for what the destination has not', async () => {
      const { endpoints, chosen } = await staged(planId);
      expect(endpoints).toEqual(['NodePort', 'NodePort']);
      expect(chosen).toMatch(/serves no route.openshift.io.*has ever got/);
    });

    it('a load balancer, where one was seen', async () => {
      await bed.call(
        bed.destination,
        '/api/v1/namespaces/offered/services',
        'POST',
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'balanced' },
          spec: { type: 'LoadBalancer', ports: [{ port: 80 }] },
        },
      );
      // kube-proxy takes what is written here for its own; the source is told the way, as a network's routers would be
      let given = 0;
      const balance = ({ spec, status }: any) => {
        if (spec.type !== 'LoadBalancer' || status.loadBalancer.ingress) {
          return undefined;
        }
        given += 1;
        return { loadBalancer: { ingress: [{ ip: `192.0.2.${given}` }] } };
      };
      execFileSync('nsenter', [
        `--net=/run/netns/${bed.source.net.namespace}`,
        'ip',
        'route',
        'replace',
        '192.0.2.0/24',
        'via',
        bed.destination.net.nodeAddress,
      ]);
      const { endpoints } = await controlled(
        '/api/v1/services',
        balance,
        async () => {
          await bed.until(
            'the first one is balanced',
            async () =>
              (
                await bed.call(
                  bed.destination,
                  '/api/v1/namespaces/offered/services/balanced',
                )
              ).status.loadBalancer.ingress,
          );
          return staged(planId);
        },
      );
      expect(endpoints).toEqual(['LoadBalancer', 'LoadBalancer']);
    });

    it('a route through a router that sees no more of the TLS than the host', async () => {
      const { net, kubeconfigPath } = bed.destination;
      await bed.call(
        bed.destination,
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
        'POST',
        routeDefinition,
      );
      await bed.until('Routes are served', () =>
        bed.call(bed.destination, `${routes}/routes`),
      );
      await bed.backend.api.updateCluster('destination', {
        name: 'destination',
        connection: {
          kind: 'kubeconfig',
          kubeconfig: readFileSync(kubeconfigPath, 'utf8'),
        },
        options: {
          route: {
            domain: 'apps.test',
            address: net.nodeAddress,
            port: 18443,
          },
        },
      });
      const table = join(bed.backend.dir, 'routes.json');
      writeFileSync(table, '{}');
      router = spawn(
        'nsenter',
        [
          `--net=/run/netns/${net.namespace}`,
          process.execPath,
          '--import',
          'tsx',
          join(__dirname, 'sniRouter.ts'),
          net.nodeAddress,
          '18443',
          table,
        ],
        { stdio: 'inherit' },
      );
      const known: Record<string, string> = {};
      const admit = ({ metadata, spec, status }: any) => {
        if (status?.ingress || spec.tls.termination !== 'passthrough') {
          return undefined;
        }
        known[spec.host] = metadata.name;
        return {
          ingress: [
            {
              host: spec.host,
              conditions: [{ type: 'Admitted', status: 'True' }],
            },
          ],
        };
      };
      const { endpoints } = await controlled(`${routes}/routes`, admit, () =>
        bed.during(
          () => staged(planId),
          async () => {
            const { items } = await bed.call(
              bed.destination,
              '/api/v1/namespaces/offered/services',
            );
            const list = await bed.call(
              bed.destination,
              `${routes}/namespaces/offered/routes`,
            );
            const targets = (list.items as any[]).map(({ spec }) => [
              spec.host,
              `${
                (items as any[]).find(
                  ({ metadata }) => metadata.name === spec.to.name,
                )?.spec.clusterIP
              }:8443`,
            ]);
            writeFileSync(table, JSON.stringify(Object.fromEntries(targets)));
          },
        ),
      );
      expect(endpoints).toEqual(['Route', 'Route']);
      expect(Object.keys(known)).toHaveLength(2);
      expect(
        (await bed.call(bed.destination, `${routes}/routes`)).items,
      ).toEqual([]);
      await bed.backend.run(planId, 'rollback');
    });
  });

  describe('that are cut', () => {
    beforeAll(() => setNetworkCut(bed.environment, true));
    afterAll(() => setNetworkCut(bed.environment, false));

    it('are named, each that was tried, and nothing is left', async () => {
      const untouched = await bed.describeObjects(bed.source, namespace);
      const { id } = await bed.plan('cut', 'cut', {
        options: { endpoints: ['NodePort'] },
      });
      const failed = await bed.backend.run(id, 'stage', 'Failed');
      expect(failed.conditions).toEqual([
        expect.objectContaining({
          type: 'NoEndpointReachable',
          category: 'Critical',
          message: expect.stringContaining('NodePort'),
        }),
      ]);
      expect(await bed.leftovers()).toEqual([]);
      expect(await bed.describeObjects(bed.source, namespace)).toEqual(
        untouched,
      );
    });

    it('for a while let a pass go on when they are mended', async () => {
      await setNetworkCut(bed.environment, false);
      const { id } = await bed.plan('interrupted', 'interrupted', {
        options: { endpoints: ['NodePort'], bandwidthLimitKiB: 3000 },
      });
      const { id: migration } = await bed.backend.api.startMigration(id, {
        type: 'stage',
      });
      await bed.until('something has arrived', async () =>
        (
          await bed.backend.api.getMigration(migration)
        ).volumes.some(({ bytesDone = 0 }) => bytesDone > 0),
      );
      await setNetworkCut(bed.environment, true);
      await new Promise(resolve =>
        setTimeout(resolve, Number(process.env.CUT_SECONDS ?? 15) * 1000),
      );
      const { state } = await bed.backend.api.getMigration(migration);
      expect(state).toBe('Running');
      await setNetworkCut(bed.environment, false);
      await bed.backend.ended(migration, 'Completed');
      expect(await bed.describeFiles(bed.destination, 'interrupted')).toBe(
        await bed.describeFiles(bed.source, namespace),
      );
      expect(await bed.leftovers()).toEqual([]);
      await setNetworkCut(bed.environment, true);
    });

    it('are replaced by the tunnel through the portal', async () => {
      const { id } = await bed.plan('tunnelled', 'tunnelled', {
        options: { endpoints: ['NodePort', 'Tunnel'] },
      });
      const cutover = await bed.backend.run(id, 'cutover');
      expect(
        cutover.volumes.map(({ claim, state, endpoint, proof }) => ({
          claim,
          state,
          endpoint,
          differences: proof?.differences,
        })),
      ).toEqual([
        {
          claim: 'files',
          state: 'verified',
          endpoint: 'Tunnel',
          differences: 0,
        },
        {
          claim: 'journal',
          state: 'verified',
          endpoint: 'Tunnel',
          differences: 0,
        },
      ]);
      expect(await bed.describeFiles(bed.destination, 'tunnelled')).toBe(
        await bed.describeFiles(bed.source, namespace),
      );
      const committed = await bed.journalOf(bed.source, namespace);
      expect(
        (await bed.journalOf(bed.destination, 'tunnelled')).slice(
          0,
          committed.length,
        ),
      ).toEqual(committed);
      expect(await bed.leftovers()).toEqual([]);
    });
  });
});

const routeDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: 'routes.route.openshift.io',
  },
  spec: {
    group: 'route.openshift.io',
    scope: 'Namespaced',
    names: { plural: 'routes', singular: 'route', kind: 'Route' },
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
  },
};
