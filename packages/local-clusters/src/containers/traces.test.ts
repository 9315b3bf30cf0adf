/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instanceOf } from '../instance';
import { tracesOf } from './traces';

describe('tracesOf', () => {
  let dir: string;
  let results: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'traces-'));
    results = join(dir, 'results');
    mkdirSync(results);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** As libcni 1.1 writes them, one for each network of a sandbox. */
  function networkResult(
    id: string,
    options: { stateDir: string; netns: string; uid: string },
  ) {
    const file = (name: string, config: object, interfaces: object[]) =>
      writeFileSync(
        join(results, name),
        JSON.stringify({
          kind: 'cniCacheV1',
          containerId: id,
          config: Buffer.from(JSON.stringify(config)).toString('base64'),
          cniArgs: [['K8S_POD_UID', options.uid]],
          result: { interfaces },
        }),
      );
    const sandbox = `/var/run/netns/${options.netns}`;
    file(
      `source-${id}-eth0`,
      {
        plugins: [
          {
            type: 'bridge',
            ipam: { dataDir: `${options.stateDir}/source/cni-data` },
          },
          { type: 'portmap' },
        ],
      },
      [{ name: 'cni0' }, { name: 'eth0', sandbox }],
    );
    file(`cni-loopback-${id}-lo`, { plugins: [{ type: 'loopback' }] }, [
      { name: 'lo', sandbox },
    ]);
  }

  it("gives this instance's pods and no other's, though all lie in one place", () => {
    const own = join(dir, 'nm-7');
    networkResult('a1', { stateDir: own, netns: 'cni-a', uid: 'u1' });
    networkResult('b2', {
      stateDir: join(dir, 'nm-70'),
      netns: 'cni-b',
      uid: 'u2',
    });
    networkResult('c3', {
      stateDir: join(dir, 'nm'),
      netns: 'cni-c',
      uid: 'u3',
    });
    const traces = tracesOf(instanceOf(7, own), results);
    expect([...traces.ids]).toEqual(['a1']);
    expect([...traces.podUids]).toEqual(['u1']);
    expect(new Set(traces.networkNamespaces)).toEqual(
      new Set(['/run/netns/cni-a']),
    );
    expect(traces.networkResults.sort()).toEqual([
      join(results, 'cni-loopback-a1-lo'),
      join(results, 'source-a1-eth0'),
    ]);
  });

  it('reads what containerd and kubelet left', () => {
    const own = join(dir, 'nm-7');
    const tasks = join(
      own,
      'destination/containerd/state/io.containerd.runtime.v2.task/k8s.io',
    );
    mkdirSync(join(tasks, 'd4'), { recursive: true });
    writeFileSync(
      join(tasks, 'd4/address'),
      'unix:///run/containerd/s/0123abcd\n',
    );
    mkdirSync(join(tasks, 'e5'));
    writeFileSync(join(tasks, 'e5/address'), 'unix:///etc/passwd');
    mkdirSync(
      join(
        own,
        'source/containerd/root/io.containerd.grpc.v1.cri/sandboxes/f6',
      ),
      { recursive: true },
    );
    mkdirSync(join(own, 'source/kubelet/pods/u9'), { recursive: true });
    const traces = tracesOf(instanceOf(7, own), results);
    expect([...traces.ids].sort()).toEqual(['d4', 'e5', 'f6']);
    expect([...traces.podUids]).toEqual(['u9']);
    expect(traces.shimSockets).toEqual(['/run/containerd/s/0123abcd']);
  });

  it('is not stopped by a result that a crash cut short, nor by a path elsewhere', () => {
    const own = join(dir, 'nm-7');
    writeFileSync(join(results, 'source-x-eth0'), '{"kind":');
    networkResult('a1', {
      stateDir: own,
      netns: 'cni-a/../../../etc/passwd',
      uid: 'u1',
    });
    const traces = tracesOf(instanceOf(7, own), results);
    expect(traces.networkNamespaces).toEqual([]);
    expect([...traces.ids]).toEqual(['a1']);
  });

  it('finds nothing where nothing was', () => {
    const traces = tracesOf(
      instanceOf(7, join(dir, 'nm-7')),
      join(dir, 'absent'),
    );
    expect(traces.ids.size + traces.networkResults.length).toBe(0);
  });
});
