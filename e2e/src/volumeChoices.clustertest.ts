/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimPath } from '@namespace-migration/local-clusters';
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { TestBed } from './testBed';

const namespace = 'shop-choices';
const moved = 'shop-choices-moved';
const MIB = 1024 * 1024;

describe('choices for each volume', () => {
  let bed: TestBed;
  let planId: string;

  const claims = (ns: string) =>
    `/api/v1/namespaces/${ns}/persistentvolumeclaims`;
  const claim = (name: string, storage: string) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      // bound at once, so that nobody needs to mount it
      storageClassName: 'fast',
      resources: { requests: { storage } },
    },
  });
  const update = (rest: Partial<PlanInput>) =>
    bed.backend.api.updatePlan(planId, {
      name: 'choices',
      source: 'source',
      destination: 'destination',
      namespaces: [{ source: namespace, destination: moved }],
      ...rest,
    });
  const sizeOf = async (name: string) =>
    (await bed.call(bed.destination, `${claims(moved)}/${name}`))?.spec
      .resources.requests.storage;

  beforeAll(async () => {
    bed = await TestBed.start(7223, namespace);
    for (const name of ['brimful', 'scratch']) {
      await bed.call(
        bed.source,
        claims(namespace),
        'POST',
        claim(name, '10Mi'),
      );
    }
    await bed.until(
      'the claims are bound',
      async () =>
        (
          await bed.call(bed.source, `${claims(namespace)}/brimful`)
        ).status.phase === 'Bound' &&
        (
          await bed.call(bed.source, `${claims(namespace)}/scratch`)
        ).status.phase === 'Bound',
    );
    writeFileSync(
      join(await claimPath(bed.source, namespace, 'brimful'), 'data'),
      Buffer.alloc(9.9 * MIB, 'x'),
    );
    // the destination's namespace is there already, with a claim and a quota of others
    await bed.call(bed.destination, '/api/v1/namespaces', 'POST', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: moved },
    });
    await bed.call(
      bed.destination,
      claims(moved),
      'POST',
      claim('journal', '200Mi'),
    );
    await bed.call(
      bed.destination,
      `/api/v1/namespaces/${moved}/resourcequotas`,
      'POST',
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'storage' },
        spec: { hard: { 'requests.storage': '300Mi' } },
      },
    );
    await bed.until(
      'the claim of others is bound and counted',
      async () =>
        (
          await bed.call(bed.destination, `${claims(moved)}/journal`)
        ).status.phase === 'Bound' &&
        (
          await bed.call(
            bed.destination,
            `/api/v1/namespaces/${moved}/resourcequotas/storage`,
          )
        ).status?.used?.['requests.storage'] === '200Mi',
    );
    writeFileSync(
      join(await claimPath(bed.destination, moved, 'journal'), 'of-others'),
      'gone after the adoption\n',
    );
  });

  afterAll(async () => {
    await bed?.close();
    if (bed) {
      await bed.call(bed.destination, `/api/v1/namespaces/${moved}`, 'DELETE');
      await bed.gone(bed.destination, moved);
    }
  });

  it('are refused with the reason before anything runs', async () => {
    const plan = await bed.plan('choices', moved, {
      volumes: [{ namespace, claim: 'files', size: '60Mi' }],
    });
    planId = plan.id;
    expect(
      plan.conditions
        .filter(({ category }) => category === 'Critical')
        .map(({ type, object }) => [type, object?.name]),
    ).toEqual([
      // the order of discovery is by name: brimful, files, journal
      ['DestinationTooSmall', 'files'],
      ['ClaimExists', 'journal'],
      ['QuotaExceeded', 'storage'],
    ]);
  });

  it('of a size that what lies on the volume does not fit into end the stage, with the size it needs', async () => {
    const plan = await update({
      volumes: [
        { namespace, claim: 'files', size: '5Mi', shrink: true },
        { namespace, claim: 'journal', adopt: true },
        { namespace, claim: 'scratch', action: 'skip' },
      ],
    });
    expect(
      plan.conditions.map(({ type, category }) => `${category} ${type}`),
    ).toEqual(['Advisory VolumeSkipped']);
    const failed = await bed.backend.run(planId, 'stage', 'Failed');
    expect(failed.conditions).toEqual([
      expect.objectContaining({
        type: 'DestinationTooSmall',
        message: expect.stringMatching(
          /Claim shop-choices\/files holds \d+ bytes and is to be shrunk to 5242880. Plan a size of at least \d+\./,
        ),
      }),
    ]);
    expect(await sizeOf('files')).toBeUndefined();
    expect(await bed.leftovers()).toEqual([]);
  });

  it('are carried out: shrunk, grown, adopted, skipped, and proven as each says', async () => {
    await update({
      volumes: [
        {
          namespace,
          claim: 'files',
          size: '60Mi',
          shrink: true,
          verify: 'sample',
        },
        { namespace, claim: 'journal', adopt: true },
        { namespace, claim: 'scratch', action: 'skip' },
      ],
      options: { resizeVolumes: true, verifySamplePercent: 20 },
    });
    const cutover = await bed.backend.run(planId, 'cutover');
    expect(await sizeOf('files')).toBe('60Mi');
    // 9.9 MiB and three percent of 10 MiB above
    const grown = Number(/\d+/.exec(await sizeOf('brimful'))![0]);
    expect(await sizeOf('brimful')).not.toBe('10Mi');
    expect(grown).toBeGreaterThan(10 * MIB);
    expect(await sizeOf('scratch')).toBeUndefined();
    const proofs = Object.fromEntries(
      cutover.volumes.map(({ claim: name, proof, usage }) => [
        name,
        { ...proof, usage },
      ]),
    );
    expect(proofs.files).toMatchObject({
      mode: 'sample',
      samplePercent: 20,
      differences: 0,
      usage: { usedBytes: expect.any(Number) },
    });
    expect(proofs.brimful).toMatchObject({ mode: 'full', differences: 0 });
    expect(Object.keys(proofs).sort()).toEqual(['brimful', 'files', 'journal']);
    expect(await bed.describeFiles(bed.destination, moved)).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    const journal = await bed.journalOf(bed.destination, moved);
    const written = await bed.journalOf(bed.source, namespace);
    expect(journal.slice(0, written.length)).toEqual(written);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('leave a claim of others where it is when they are rolled back', async () => {
    await bed.backend.run(planId, 'rollback');
    expect(await sizeOf('files')).toBeUndefined();
    expect(await sizeOf('brimful')).toBeUndefined();
    expect(await sizeOf('journal')).toBe('200Mi');
    expect(await bed.replicas(bed.source, namespace)).toBe(1);
  });
});
