/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { journalClaim, journalFile } from '../application/storefront';
import { madeByDemo } from '../application/DemoApplication';
import { type ClusterAccess } from '../ClusterAccess';
import { waitUntil } from '../waitUntil';

export interface JournalEntry {
  order: number;
  /** Milliseconds since 1970, by the writer's clock. */
  time: number;
}

const endMark = 'end of journal';

/** The writer's journal of a stopped application, read by a pod of our own that mounts the claim read-only. */
export async function readJournal(
  cluster: ClusterAccess,
  namespace: string,
  image: string,
): Promise<JournalEntry[]> {
  const pods = `/api/v1/namespaces/${namespace}/pods`;
  const name = 'journal-reader';
  await cluster.call('POST', pods, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: madeByDemo },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      containers: [
        {
          name: 'reader',
          image,
          command: [
            'bash',
            '-c',
            // on a busy node the last words of a container that ends at once may never reach its log
            `cat /journal/${journalFile} && echo '${endMark}' && sleep 600`,
          ],
          volumeMounts: [
            { name: 'journal', mountPath: '/journal', readOnly: true },
          ],
        },
      ],
      volumes: [
        {
          name: 'journal',
          persistentVolumeClaim: { claimName: journalClaim },
        },
      ],
    },
  });
  try {
    const { text } = await waitUntil(
      `The journal on ${cluster.name} is read`,
      async () => {
        const pod = await cluster.call('GET', `${pods}/${name}`);
        if (pod.status.phase === 'Failed') {
          throw new Error('the pod that reads it has failed');
        }
        return pod.status.phase === 'Running'
          ? wholeJournal(await cluster.call('GET', `${pods}/${name}/log`))
          : undefined;
      },
      { seconds: 180 },
    );
    return parseJournal(text);
  } finally {
    await cluster.call('DELETE', `${pods}/${name}?gracePeriodSeconds=0`);
    await waitUntil(
      `Pod ${name} on ${cluster.name} is gone`,
      async () => !(await cluster.call('GET', `${pods}/${name}`)),
      { seconds: 60 },
    );
  }
}

/** What stands before the end mark, when all of it is in the log. */
export function wholeJournal(log: string): { text: string } | undefined {
  return log.endsWith(`${endMark}\n`)
    ? { text: log.slice(0, -endMark.length - 1) }
    : undefined;
}

/** A last line without its end was not written to the end, and says nothing. */
export function parseJournal(text: string): JournalEntry[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => /^(\d+) (\d+)$/.exec(line))
    .filter(match => match !== null)
    .map(match => ({ order: Number(match[1]), time: Number(match[2]) }));
}

/** The journal as a running application has it. */
export async function readRunningJournal(
  cluster: ClusterAccess,
  namespace: string,
): Promise<JournalEntry[]> {
  const pods = await cluster.call(
    'GET',
    `/api/v1/namespaces/${namespace}/pods?labelSelector=app%3Dstorefront`,
  );
  const pod = pods.items.find((each: any) => each.status.phase === 'Running');
  if (!pod) {
    throw new Error(`No storefront runs on ${cluster.name}`);
  }
  return parseJournal(
    await cluster.exec(
      { namespace, pod: pod.metadata.name, container: 'storefront' },
      ['cat', `/var/lib/storefront/${journalFile}`],
    ),
  );
}
