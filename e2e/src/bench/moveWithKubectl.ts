/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ensurePackages,
  LocalCluster,
} from '@namespace-migration/local-clusters';
import { benchedKinds } from './benchedObjects';
import { watchPeak } from './peakMemory';

export interface KubectlResult {
  version: string;
  getSeconds: number;
  applySeconds: number;
  peakMebibytes: number;
  /** Objects that it applied. */
  objects: number;
}

/** `kubectl get -o json`, then `kubectl apply --server-side -f -`. What makes the one fit the other is not measured. */
export async function moveWithKubectl(
  clusters: { source: LocalCluster; destination: LocalCluster },
  namespaces: { from: string; to: string },
): Promise<KubectlResult> {
  await ensureKubectl();
  const dir = mkdtempSync(join(tmpdir(), 'bench-kubectl-'));
  const file = (name: string) => join(dir, name);
  try {
    await run(['version', '--client', '-o', 'json'], {
      output: file('version'),
    });
    const got = await run(
      [
        `--kubeconfig=${clusters.source.kubeconfigPath}`,
        `--namespace=${namespaces.from}`,
        'get',
        benchedKinds.join(),
        '-o',
        'json',
      ],
      { output: file('got') },
    );
    const objects = JSON.parse(readFileSync(file('got'), 'utf8'))
      .items.filter(isWritten)
      .map((item: any) => stripped(item, namespaces.to));
    writeFileSync(
      file('stripped'),
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    );
    const { api } = clusters.destination;
    await api
      .call('POST', '/api/v1/namespaces', { metadata: { name: namespaces.to } })
      .finally(() => api.close());
    const applied = await run(
      [
        `--kubeconfig=${clusters.destination.kubeconfigPath}`,
        `--namespace=${namespaces.to}`,
        'apply',
        '--server-side',
        '-f',
        '-',
      ],
      { output: file('applied'), input: file('stripped') },
    );
    return {
      version: JSON.parse(readFileSync(file('version'), 'utf8')).clientVersion
        .gitVersion,
      getSeconds: got.seconds,
      applySeconds: applied.seconds,
      peakMebibytes: Math.max(got.peak, applied.peak),
      objects: readFileSync(file('applied'), 'utf8').trim().split('\n').length,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The machine's own, or Debian's. */
async function ensureKubectl(): Promise<void> {
  const there = await run(['version', '--client'], {}).catch(() => undefined);
  if (!there) {
    await ensurePackages(['kubernetes-client'], { step: () => {} });
  }
}

async function run(
  args: string[],
  files: { input?: string; output?: string },
): Promise<{ seconds: number; peak: number }> {
  const input = openSync(files.input ?? '/dev/null', 'r');
  const output = openSync(files.output ?? '/dev/null', 'w');
  const started = Date.now();
  try {
    const child = spawn('kubectl', args, { stdio: [input, output, 'pipe'] });
    let said = '';
    child.stderr!.on('data', chunk => {
      said = `${said}${chunk}`.slice(-2000);
    });
    const memory = child.pid ? watchPeak(child.pid) : undefined;
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    const peak = memory?.end() ?? 0;
    if (code !== 0) {
      throw new Error(`kubectl ${args.join(' ')} ended with ${code}: ${said}`);
    }
    return { seconds, peak };
  } finally {
    closeSync(input);
    closeSync(output);
  }
}

/** Not what the cluster makes in each namespace. */
function isWritten({ kind, type, metadata }: any): boolean {
  return !(
    type === 'kubernetes.io/service-account-token' ||
    (kind === 'ServiceAccount' && metadata.name === 'default') ||
    (kind === 'ConfigMap' && metadata.name === 'kube-root-ca.crt')
  );
}

function stripped({ status, secrets, ...object }: any, namespace: string) {
  const { name, labels, annotations } = object.metadata;
  delete annotations?.['deployment.kubernetes.io/revision'];
  return { ...object, metadata: { name, namespace, labels, annotations } };
}
