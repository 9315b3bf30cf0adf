/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { claimPath } from '@namespace-migration/local-clusters';
import { describeDirectory } from './independentComparison';
import { smallClaim } from './smallClaim';
import { TestBed } from './testBed';

const namespace = 'shop-direct';

describe('volumes that are copied directly', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await TestBed.start(7271, namespace);
  });

  afterAll(() => bed?.close());

  it('stop at a full destination with the size it needs, and the others go on', async () => {
    const small = await smallClaim(bed, 'full', 'files', '2m');
    try {
      const { id } = await bed.plan('full', 'full', {
        volumes: [{ namespace, claim: 'files', adopt: true }],
        options: { endpoints: ['NodePort'], parallelVolumes: 1 },
      });
      const failed = await bed.backend.run(id, 'stage', 'Failed');
      expect(failed.conditions).toEqual([
        expect.objectContaining({
          type: 'DestinationFull',
          category: 'Critical',
          message: expect.stringMatching(
            /claim full\/files is full: .* and 1\d{7} bytes in 20\d\d files/,
          ),
          object: expect.objectContaining({ name: 'files' }),
        }),
      ]);
      expect(
        failed.volumes.map(({ claim, state, failure }) => [
          claim,
          state,
          failure?.type,
        ]),
      ).toEqual([
        ['files', 'failed', 'DestinationFull'],
        ['journal', 'copied', undefined],
      ]);
      expect(await bed.leftovers()).toEqual([]);

      small.grow('200m');
      const staged = await bed.backend.run(id, 'stage');
      expect(staged.volumes.map(({ state }) => state)).toEqual([
        'copied',
        'copied',
      ]);
      expect(staged.volumes[0]).not.toHaveProperty('failure');
      expect(describeDirectory(small.path)).toBe(
        await bed.describeFiles(bed.source, namespace),
      );
      await bed.backend.run(id, 'rollback');
    } finally {
      await small.remove();
    }
  });

  const core = `/api/v1/namespaces/${namespace}`;
  const component = (pod: any) =>
    pod.metadata.labels?.['namespace-migration.io/component'];

  it('wait for each other where a cluster lets one mover work, and go on when the receiver is deleted', async () => {
    await bed.backend.api.updateCluster('source', {
      name: 'source',
      connection: {
        kind: 'kubeconfig',
        kubeconfig: readFileSync(bed.source.kubeconfigPath, 'utf8'),
      },
      options: { limits: { moversPerCluster: 1 } },
    });
    const { id } = await bed.plan('limited', 'limited', {
      options: { endpoints: ['NodePort'], bandwidthLimitKiB: 3000 },
    });
    const { id: migration } = await bed.backend.api.startMigration(id, {
      type: 'stage',
    });
    let most = 0;
    let waitedFor = '';
    let deleted: string | undefined;
    const stage = await bed.during(
      () => bed.backend.ended(migration, 'Completed'),
      async () => {
        const working = (await bed.pods(bed.source, namespace)).filter(
          pod => component(pod) === 'sender' && pod.status.phase === 'Running',
        );
        most = Math.max(most, working.length);
        const { phases } = await bed.backend.api.getMigration(migration);
        waitedFor =
          phases.find(({ waitingFor }) => waitingFor?.includes('free place'))
            ?.waitingFor ?? waitedFor;
        if (working.length > 0 && !deleted) {
          const receiver = (await bed.pods(bed.destination, 'limited')).find(
            pod =>
              pod.metadata.labels['namespace-migration.io/volume'] ===
              working[0].metadata.labels['namespace-migration.io/volume'],
          );
          deleted = receiver.metadata.uid;
          await bed.call(
            bed.destination,
            `/api/v1/namespaces/limited/pods/${receiver.metadata.name}?gracePeriodSeconds=0`,
            'DELETE',
          );
        }
      },
    );
    expect(deleted).toBeDefined();
    expect(most).toBe(1);
    // other tests' movers on this cluster count too
    expect(waitedFor).toMatch(
      /a free place for a mover on source: \d+ are running and moversPerCluster is 1/,
    );
    expect(stage.volumes.map(({ state }) => state)).toEqual([
      'copied',
      'copied',
    ]);
    expect(await bed.describeFiles(bed.destination, 'limited')).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    await bed.backend.run(id, 'rollback');
  });

  it('stop when the source claim is deleted under way, by its name', async () => {
    const claims = `${core}/persistentvolumeclaims`;
    await bed.call(bed.source, claims, 'POST', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'doomed' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'fast',
        resources: { requests: { storage: '10Mi' } },
      },
    });
    await bed.until(
      'the claim is bound',
      async () =>
        (await bed.call(bed.source, `${claims}/doomed`)).status.phase ===
        'Bound',
    );
    const { id } = await bed.plan('doomed', 'doomed', {
      options: { endpoints: ['NodePort'] },
    });
    const { id: migration } = await bed.backend.api.startMigration(id, {
      type: 'stage',
    });
    await bed.until('the receivers are made', async () =>
      (
        await bed.pods(bed.destination, 'doomed')
      ).some(pod => component(pod) === 'receiver'),
    );
    await bed.call(bed.source, `${claims}/doomed`, 'DELETE');
    const failed = await bed.backend.ended(migration, 'Failed');
    expect(failed.conditions).toEqual([
      expect.objectContaining({
        type: 'SourceClaimDeleted',
        message: expect.stringContaining(
          `Claim ${namespace}/doomed on cluster source`,
        ),
      }),
    ]);
    expect(failed.volumes.map(({ claim, state }) => [claim, state])).toEqual([
      ['doomed', 'failed'],
      ['files', 'copied'],
      ['journal', 'copied'],
    ]);
    expect(await bed.leftovers()).toEqual([]);
    await bed.backend.run(id, 'rollback');
  });

  it('are copied without root where the namespace demands it, and the proof says what it left out', async () => {
    const restricted = 'shop-restricted';
    await bed.call(bed.source, '/api/v1/namespaces', 'POST', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: restricted,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
    const path = `/api/v1/namespaces/${restricted}`;
    try {
      await bed.call(bed.source, `${path}/persistentvolumeclaims`, 'POST', {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'own' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'standard',
          resources: { requests: { storage: '50Mi' } },
        },
      });
      await bed.call(
        bed.source,
        `/apis/apps/v1/namespaces/${restricted}/deployments`,
        'POST',
        modestApplication(bed.environment.images.demo),
      );
      await bed.until('the application has written', async () =>
        (
          await bed.pods(bed.source, restricted)
        ).some(pod => pod.status.containerStatuses?.[0]?.ready),
      );
      const plan = await bed.plan('restricted', restricted, {
        namespaces: [{ source: restricted }],
      });
      expect(
        plan.conditions.map(({ type, category, message }) => [
          type,
          category,
          /run as user 1001 .*enforce is restricted/.test(message),
        ]),
      ).toEqual([
        ['MoverNotRoot', 'Warn', true],
        ['MoverNotRoot', 'Warn', true],
        // the application itself says too little of how it runs for a namespace that refuses what does not
        ['PodSecurityRefused', 'Warn', false],
      ]);
      const seen = new Map<string, any>();
      const cutover = await bed.during(
        () => bed.backend.run(plan.id, 'cutover'),
        async () => {
          for (const cluster of [bed.source, bed.destination]) {
            for (const pod of await bed.pods(cluster, restricted)) {
              if (component(pod)) {
                seen.set(component(pod), pod.spec);
              }
            }
          }
        },
      );
      expect([...seen.keys()].sort()).toEqual(
        expect.arrayContaining(['comparer', 'receiver', 'sender']),
      );
      for (const spec of seen.values()) {
        expect(spec.containers[0].securityContext).toEqual({
          runAsNonRoot: true,
          runAsUser: 1001,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          seccompProfile: { type: 'RuntimeDefault' },
        });
      }
      expect(seen.get('receiver').securityContext).toMatchObject({
        fsGroup: 1001,
      });
      expect(seen.get('sender').securityContext).not.toHaveProperty('fsGroup');
      expect(cutover.volumes[0].proof).toMatchObject({
        differences: 0,
        files: 52,
        notCompared: [
          'owner',
          'group',
          'devices',
          'capabilities',
          'volumeRoot',
        ],
      });
      const listing = async (cluster: typeof bed.source) =>
        execFileSync(
          'bash',
          [
            '-c',
            'find . -mindepth 1 -printf "%p %y %m %U %s %n %T@ %l\\n" | sort; find . -type f | sort | xargs sha256sum',
          ],
          {
            cwd: await claimPath(cluster, restricted, 'own'),
            encoding: 'utf8',
          },
        );
      expect(await listing(bed.destination)).toBe(await listing(bed.source));
      expect(await bed.leftovers()).toEqual([]);
    } finally {
      await bed.call(bed.source, path, 'DELETE');
      await bed.gone(bed.source, restricted);
    }
  });
});

/** It may do nothing that the level restricted forbids, and writes what only it may read. */
const modestApplication = (image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'modest' },
  spec: {
    strategy: { type: 'Recreate' },
    selector: { matchLabels: { app: 'modest' } },
    template: {
      metadata: { labels: { app: 'modest' } },
      spec: {
        terminationGracePeriodSeconds: 1,
        securityContext: {
          runAsUser: 1001,
          fsGroup: 1001,
          runAsNonRoot: true,
          // otherwise the kubelet changes the modes of all files when the copy is started
          fsGroupChangePolicy: 'OnRootMismatch',
        },
        containers: [
          {
            name: 'main',
            image,
            command: [
              '/usr/bin/tini',
              '--',
              'bash',
              '-ec',
              'cd /data; if [ ! -e made/done ]; then mkdir -p made/in; for i in $(seq 50); do echo $i > made/in/$i; chmod 600 made/in/$i; done; ln made/in/7 made/linked; ln -s in/7 made/link; touch made/done; chmod 700 made/in; fi; sleep infinity',
            ],
            readinessProbe: {
              exec: { command: ['test', '-e', '/data/made/done'] },
              periodSeconds: 1,
            },
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: 'own' } },
        ],
      },
    },
  },
});
