/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tryRun } from '../command';
import { waitUntil } from '../deadline';
import type { Instance } from '../instance';
import { refuseTakenPort } from '../network/takenAddresses';
import type { Daemons } from '../processes/daemons';
import type { Progress } from '../progress';

export const s3Packages = ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph-common'];

export interface S3 {
  endpoint: string;
  accessKey: string;
  secretKey: string;
}

/** Ceph's RADOS Gateway over one in-memory OSD: a real S3 service in about 115 MB. */
export async function startS3(
  instance: Instance,
  daemons: Daemons,
  progress: Progress,
): Promise<S3> {
  const dir = join(instance.stateDir, 's3');
  const s3: S3 = {
    endpoint: `http://${instance.hostAddress}:7480`,
    accessKey: 'local-clusters',
    secretKey: 'local-clusters-secret',
  };
  const conf = join(dir, 'ceph.conf');
  const monitor = `${instance.hostAddress}:6789`;
  const env = { CEPH_CONF: conf };
  const fresh = !existsSync(join(dir, 'made'));
  progress.step('Starting S3 (Ceph RADOS Gateway)');
  for (const [daemon, port] of [
    ['s3-mon', 6789],
    ['s3-gateway', 7480],
  ] as const) {
    if (!daemons.isRunning(daemon)) {
      await refuseTakenPort(instance.hostAddress, port, 'S3');
    }
  }
  const osd = fresh ? randomUUID() : '';
  if (fresh) {
    for (const part of ['run', 'mon', 'osd']) {
      mkdirSync(join(dir, part), { recursive: true });
    }
    const fsid = randomUUID();
    writeFileSync(conf, cephConf(dir, fsid, monitor));
    await run('monmaptool', [
      '--create',
      '--clobber',
      '--addv',
      'a',
      `[v1:${monitor}]`,
      '--fsid',
      fsid,
      join(dir, 'monmap'),
    ]);
    await run(
      'ceph-mon',
      [
        '--mkfs',
        '-i',
        'a',
        '--monmap',
        join(dir, 'monmap'),
        '--mon-data',
        join(dir, 'mon'),
      ],
      { env },
    );
  }
  await daemons.start({
    name: 's3-mon',
    command: 'ceph-mon',
    args: ['-f', '-i', 'a'],
    env,
  });
  if (fresh) {
    await waitUntil(
      'Ceph monitor',
      () =>
        run('ceph', ['--connect-timeout', '5', 'osd', 'new', osd, '0'], {
          env,
        }),
      {
        seconds: 60,
        givenUp: () => daemons.whyDead('s3-mon'),
        explain: () => daemons.explain('s3-mon'),
      },
    );
    await run(
      'ceph-osd',
      ['-i', '0', '--mkfs', '--osd-uuid', osd, '--osd-data', join(dir, 'osd')],
      { env },
    );
    writeFileSync(join(dir, 'made'), '');
  }
  await waitUntil(
    'Ceph OSD up',
    async () => {
      // Now and then an OSD speaks before it has the monitor's map, is told `wrong fsid` and exits; Ceph leaves it
      // to systemd to start it again.
      await daemons.start({
        name: 's3-osd',
        command: 'ceph-osd',
        args: ['-f', '-i', '0', '--osd-data', join(dir, 'osd')],
        env,
      });
      return (await run('ceph', ['osd', 'stat'], { env })).includes('1 up');
    },
    {
      seconds: 60,
      explain: () => daemons.explain('s3-osd'),
    },
  );
  await daemons.start({
    name: 's3-gateway',
    command: 'radosgw',
    args: ['-f', '-n', 'client.rgw'],
    env,
  });
  await waitUntil(
    'RADOS Gateway',
    async () => (await fetch(s3.endpoint)).status === 200,
    {
      seconds: 90,
      givenUp: () => daemons.whyDead('s3-gateway'),
      explain: () => daemons.explain('s3-gateway'),
    },
  );
  if (
    !(await tryRun('radosgw-admin', ['user', 'info', '--uid=migration'], {
      env,
    }))
  ) {
    await run(
      'radosgw-admin',
      [
        'user',
        'create',
        '--uid=migration',
        '--display-name=migration',
        `--access-key=${s3.accessKey}`,
        `--secret-key=${s3.secretKey}`,
      ],
      { env },
    );
  }
  return s3;
}

function cephConf(dir: string, fsid: string, monitor: string): string {
  return `[global]
fsid = ${fsid}
mon_host = v1:${monitor}
mon_initial_members = a
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
pg_autoscale_mode = off
osd_objectstore = memstore
memstore_device_bytes = 8589934592
run_dir = ${dir}/run
admin_socket = ${dir}/run/$name.asok
log_file = ${dir}/run/$name.log
pid_file = ${dir}/run/$name.pid
mon_data = ${dir}/mon
osd_data = ${dir}/osd
mon_data_avail_crit = 1
mon_data_avail_warn = 2
[client.rgw]
rgw_frontends = beast endpoint=${monitor.replace(/:\d+$/, '')}:7480
`;
}
