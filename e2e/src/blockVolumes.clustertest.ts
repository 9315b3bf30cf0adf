/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { claimPath, LocalCluster } from '@namespace-migration/local-clusters';
import { TestBed } from './testBed';

const namespace = 'shop-blocks';
const moved = 'shop-blocks-moved';
const MIB = 1024 * 1024;
const SIZE = 64 * MIB;
const SLOTS = 512;

/**
 * Fills the disk once, then counts for ever in its first MiB, on from the greatest number that is there: slot n mod 512
 * holds the last n that came to it.
 */
const writer = `
if [ "$(dd if=/dev/disk bs=4 count=1 skip=1 status=none)" != made ]; then
  dd if=/dev/urandom of=/dev/disk bs=1M seek=8 count=16 conv=notrunc status=none
  printf '0000made' | dd of=/dev/disk bs=8 count=1 conv=notrunc,fsync status=none
fi
n=$(dd if=/dev/disk bs=16 skip=1 count=${SLOTS} status=none | tr -d '\\0' | sort -n | tail -n 1)
n=$((10#\${n:-0}))
while :; do
  n=$((n + 1))
  printf '%015d\\n' $n | dd of=/dev/disk bs=16 seek=$((1 + n % ${SLOTS})) count=1 conv=notrunc,fsync status=none
  sleep 0.1
done`;

describe('a namespace with a disk', () => {
  let bed: TestBed;
  let planId: string;

  beforeAll(async () => {
    bed = await TestBed.start(7220, namespace);
    const core = `/api/v1/namespaces/${namespace}`;
    await bed.call(bed.source, `${core}/persistentvolumeclaims`, 'POST', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'disk' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        volumeMode: 'Block',
        storageClassName: 'standard',
        resources: { requests: { storage: '64Mi' } },
      },
    });
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      'POST',
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'disk-writer' },
        spec: {
          replicas: 1,
          strategy: { type: 'Recreate' },
          selector: { matchLabels: { app: 'disk-writer' } },
          template: {
            metadata: { labels: { app: 'disk-writer' } },
            spec: {
              terminationGracePeriodSeconds: 3,
              containers: [
                {
                  name: 'main',
                  image: bed.environment.images.demo,
                  command: ['/usr/bin/tini', '--', 'bash', '-ec', writer],
                  volumeDevices: [{ name: 'disk', devicePath: '/dev/disk' }],
                },
              ],
              volumes: [
                {
                  name: 'disk',
                  persistentVolumeClaim: { claimName: 'disk' },
                },
              ],
            },
          },
        },
      },
    );
    await bed.until('the disk is written', async () =>
      (await written(bed.source, namespace).catch(() => [])).some(n => n > 5),
    );
  });

  afterAll(() => bed?.close());

  /** Bytes of a claim's device, read from this machine and not by the product. */
  async function read(
    cluster: LocalCluster,
    ns: string,
    from: number,
    bytes: number,
  ): Promise<Buffer> {
    const device = openSync(await claimPath(cluster, ns, 'disk'), 'r');
    try {
      const buffer = Buffer.alloc(bytes);
      expect(readSync(device, buffer, 0, bytes, from)).toBe(bytes);
      return buffer;
    } finally {
      closeSync(device);
    }
  }

  async function written(cluster: LocalCluster, ns: string): Promise<number[]> {
    const text = await read(cluster, ns, 16, SLOTS * 16);
    return Array.from({ length: SLOTS }, (_, slot) =>
      Number(text.subarray(slot * 16, slot * 16 + 15).toString('latin1')),
    ).map(n => (Number.isNaN(n) ? 0 : n));
  }

  const rest = async (cluster: LocalCluster, ns: string) =>
    createHash('sha256')
      .update(await read(cluster, ns, MIB, SIZE - MIB))
      .digest('hex');

  const loopDevices = () =>
    execFileSync('losetup', ['--list', '--noheadings', '-O', 'BACK-FILE'])
      .toString()
      .split('\n')
      .filter(file => file.includes(`${moved}_disk_`));

  it('is staged as blocks, and a second stage sends only what was written since', async () => {
    const plan = await bed.plan('blocks', moved);
    planId = plan.id;
    expect(plan.conditions).toEqual([]);
    expect(
      Object.fromEntries(
        plan.volumes.map(({ claim, copyMethod }) => [claim, copyMethod]),
      ),
    ).toEqual({ disk: 'block', files: 'filesystem', journal: 'filesystem' });
    for (let time = 0; time < 2; time += 1) {
      const stage = await bed.backend.run(planId, 'stage');
      expect(stage.volumes.find(({ claim }) => claim === 'disk')).toMatchObject(
        { state: 'copied', pass: 'bulk', bytesTotal: SIZE },
      );
    }
    const events = await bed.backend.api.listMigrationEvents(
      (
        await bed.backend.api.getPlan(planId)
      ).lastMigration!.id,
    );
    const [, sent] = /disk sent (\d+) of/.exec(
      events.map(({ message }) => message).join('\n'),
    )!;
    expect(Number(sent)).toBeLessThanOrEqual(2 * MIB);
    expect(Number(sent)).toBeGreaterThan(0);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is cut over with every write, and proven', async () => {
    const cutover = await bed.backend.run(planId, 'cutover');
    expect(cutover.volumes.find(({ claim }) => claim === 'disk')).toMatchObject(
      {
        state: 'verified',
        proof: { mode: 'full', bytes: SIZE, differences: 0 },
      },
    );
    expect(await rest(bed.destination, moved)).toBe(
      await rest(bed.source, namespace),
    );
    // the destination's writer has gone on after the greatest number that it found
    const last = await written(bed.source, namespace);
    const end = Math.max(...last);
    let here: number[] = [];
    await bed.until('the destination writes', async () => {
      here = await written(bed.destination, moved);
      return Math.max(...here) > end;
    });
    expect(here.filter((n, slot) => n !== last[slot] && n <= end)).toEqual([]);
    expect(Math.min(...here.filter(n => n > end))).toBe(end + 1);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is rolled back, and no device of it stays on the destination', async () => {
    expect(loopDevices()).toHaveLength(1);
    await bed.backend.run(planId, 'rollback');
    await bed.until(
      'the device is gone',
      async () => loopDevices().length === 0,
    );
    const before = Math.max(...(await written(bed.source, namespace)));
    expect(before).toBeGreaterThan(0);
    await bed.until('the source writes again', async () =>
      (
        await bed.pods(bed.source, namespace)
      ).some(
        pod =>
          pod.metadata.labels?.app === 'disk-writer' &&
          pod.status.phase === 'Running',
      ),
    );
  });
});
