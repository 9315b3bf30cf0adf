/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ImageRegistry,
  RegistryContent,
} from '@namespace-migration/local-clusters';
import {
  ImageJob,
  MoverConfig,
  MoverLine,
  parseMoverLine,
  RegistryAccess,
} from '@namespace-migration/plugin-migration-common';
import { bundled } from '../testing/movers';

jest.setTimeout(120_000);

const login = { username: 'mover', password: 'p4ss: word' };
const MIB = 1024 * 1024;

/** The program of the mover image, skopeo, and two registries: one asks for a password, both have authorities of their own. */
describe('images', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mover-images-'));
  let from: ImageRegistry;
  let to: ImageRegistry;
  let source: RegistryContent;
  let target: RegistryContent;
  const digests: Record<string, string> = {};
  const base = randomBytes(3 * MIB);

  beforeAll(async () => {
    from = await ImageRegistry.start({
      dir: join(dir, 'from'),
      address: '127.0.0.1',
      port: 7581,
      login,
    });
    to = await ImageRegistry.start({
      dir: join(dir, 'to'),
      address: '127.0.0.1',
      port: 7582,
    });
    source = new RegistryContent(from);
    target = new RegistryContent(to);
    for (const name of ['one', 'two', 'three']) {
      digests[name] = await source.push({
        repository: `shop/${name}`,
        tag: '1',
        layers: [base, randomBytes(MIB)],
        ...(name === 'three' && { architectures: ['amd64', 'arm64'] }),
      });
    }
  });

  afterAll(async () => {
    await from?.stop();
    await to?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const accesses = (): RegistryAccess[] => [
    { registry: from.host, caBundle: from.caBundle, login },
    { registry: to.host, caBundle: to.caBundle },
  ];
  const job = (name: string, more: Partial<ImageJob> = {}): ImageJob => ({
    image: `${from.host}/shop/${name}:1`,
    source: {
      access: 0,
      repository: `shop/${name}`,
      tag: '1',
      digest: digests[name],
    },
    target: { access: 1, repository: `moved/${name}`, tag: '1' },
    ...more,
  });

  /** Runs a mover to its end, as a pod has it. */
  async function move(
    role: 'inspectImages' | 'copyImages' | 'verifyImages' | 'removeImages',
    images: ImageJob[],
    more: object = {},
  ): Promise<{ lines: MoverLine[]; of(event: string): any[]; outcome: any }> {
    const etc = mkdtempSync(join(dir, 'etc-'));
    const state = join(etc, 'state');
    mkdirSync(state);
    const config = {
      role,
      migrationId: 'm',
      fencingToken: 1,
      images,
      accesses: accesses(),
      parallelism: 3,
      attempts: 2,
      ...more,
    } as MoverConfig;
    writeFileSync(join(etc, 'config.json'), JSON.stringify(config));
    const child = spawn(process.execPath, [bundled()], {
      env: {
        ...process.env,
        MOVER_CONFIG_DIR: etc,
        MOVER_STATE_DIR: state,
        MOVER_TERMINATION_LOG: join(etc, 'end'),
      },
    });
    let text = '';
    child.stdout.on('data', chunk => {
      text += chunk;
    });
    child.stderr.on('data', chunk => {
      text += chunk;
    });
    await new Promise(resolve => child.once('close', resolve));
    const lines = text
      .split('\n')
      .map(parseMoverLine)
      .filter(line => line !== undefined);
    const result: any = lines.find(line => line.type === 'result');
    if (!result?.ok) {
      throw new Error(text);
    }
    expect(text).not.toContain(login.password);
    return {
      lines,
      outcome: result.outcome,
      of: event =>
        lines.filter(
          (line: any) => line.type === 'image' && line.event === event,
        ),
    };
  }

  const uploads = (registry: ImageRegistry) =>
    registry.requests.filter(line => /"PUT \/v2\/.*\/blobs\/uploads/.test(line))
      .length;
  const all = () => ['one', 'two', 'three'].map(name => job(name));

  it('are looked at: digest, platforms, size, and shared blobs once', async () => {
    const { of } = await move('inspectImages', all(), { parallelism: 1 });
    const [one, two, three] = of('inspected').map(({ facts }) => facts);
    expect(one).toMatchObject({
      digest: digests.one,
      blobs: 3,
      present: false,
      attached: [],
    });
    expect(one.sizeBytes).toBeGreaterThan(4 * MIB);
    expect(one.missingBytes).toBe(one.sizeBytes);
    expect(two.missingBytes).toBeLessThan(1.1 * MIB);
    expect(three.platforms).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it('are copied by digest; a blob that all share crosses once', async () => {
    const { outcome, of } = await move('copyImages', all());
    expect(outcome).toMatchObject({ done: 3, failed: 0 });
    expect(outcome.bytes).toBeGreaterThan(6 * MIB);
    expect(outcome.bytes).toBeLessThan(6.1 * MIB);
    for (const name of ['one', 'two', 'three']) {
      expect((await target.manifest(`moved/${name}`, '1'))?.digest).toBe(
        digests[name],
      );
      expect(await target.brokenBlobs(`moved/${name}`, '1')).toEqual([]);
    }
    // the base, a layer of each, and a configuration of each platform
    expect(uploads(to)).toBe(1 + 3 + 4);
    expect(
      of('copied')
        .map(({ blobsSkipped }) => blobsSkipped)
        .sort(),
    ).toEqual([0, 1, 1]);
  });

  it('are verified', async () => {
    const { outcome, of } = await move('verifyImages', all());
    expect(outcome).toMatchObject({ done: 3, failed: 0 });
    expect(of('verified')).toContainEqual(
      expect.objectContaining({ manifests: 3, blobs: 4 }),
    );
  });

  it('are not proven when a blob is gone or a tag points elsewhere', async () => {
    const { body } = (await target.manifest('moved/two', '1'))!;
    const layers = join(
      dir,
      'to/data/docker/registry/v2/repositories/moved/two/_layers/sha256',
    );
    const hex = body.layers[1].digest.replace('sha256:', '');
    renameSync(join(layers, hex), join(dir, hex));
    const elsewhere = job('one', {
      target: { access: 1, repository: 'moved/one', tag: 'other' },
    });
    await target.push({
      repository: 'moved/one',
      tag: 'other',
      layers: [base],
    });
    const { outcome, of } = await move('verifyImages', [job('two'), elsewhere]);
    renameSync(join(dir, hex), join(layers, hex));
    expect(outcome).toMatchObject({ done: 0, failed: 2 });
    const told = of('failed').map(({ reason, message }) => [reason, message]);
    expect(told).toContainEqual([
      'ImageIncomplete',
      expect.stringContaining(hex),
    ]);
    expect(told).toContainEqual([
      'ImageIncomplete',
      expect.stringContaining('tag other'),
    ]);
  });

  it('are not sent a second time', async () => {
    const before = uploads(to);
    const { outcome } = await move('copyImages', all());
    expect(outcome).toMatchObject({ done: 3, failed: 0, bytes: 0 });
    expect(uploads(to)).toBe(before);
    const { of } = await move('inspectImages', all());
    for (const { facts } of of('inspected')) {
      expect(facts).toMatchObject({ present: true, missingBytes: 0 });
    }
  });

  it('come with signatures, and with one platform by choice', async () => {
    const signature = await source.push({
      repository: 'shop/one',
      tag: `${digests.one.replace(':', '-')}.sig`,
      layers: [randomBytes(1000)],
    });
    const { of } = await move('inspectImages', all(), {
      platforms: ['linux/arm64'],
    });
    const inspected = of('inspected').map(({ facts }) => facts);
    expect(inspected).toContainEqual(
      expect.objectContaining({
        digest: digests.one,
        attached: [`${digests.one.replace(':', '-')}.sig`],
      }),
    );
    expect(inspected).toContainEqual(
      expect.objectContaining({ platforms: ['linux/arm64'], blobs: 3 }),
    );
    await move('copyImages', [job('one')]);
    expect(
      (
        await target.manifest(
          'moved/one',
          `${digests.one.replace(':', '-')}.sig`,
        )
      )?.digest,
    ).toBe(signature);
  });

  it('are removed by digest', async () => {
    const { repository } = job('two').target!;
    const where = { access: 1, repository, digest: digests.two };
    const { of } = await move('removeImages', [job('two', { target: where })]);
    expect(of('removed')).toHaveLength(1);
    expect(await target.manifest(repository, '1')).toBeUndefined();
    expect(await target.manifest('moved/one', '1')).toBeDefined();
  });

  it('go through a registry of the mover itself, over a storage that both sides reach', async () => {
    const storage = { filesystem: { rootdirectory: join(dir, 'between') } };
    const staging = { access: 2, storage };
    const between = { registry: 'replication repository bucket' };
    const at = { access: 2, repository: 'from/shop/two' };
    const into = await move(
      'copyImages',
      [
        job('two', { target: at }),
        job('one', { target: { ...at, repository: 'from/shop/one' } }),
      ],
      { accesses: [...accesses(), between], staging },
    );
    expect(into.outcome).toMatchObject({ done: 2, failed: 0 });
    const outOf = await move(
      'copyImages',
      [
        job('two', {
          source: { ...at, digest: digests.two },
          target: { access: 1, repository: 'far/two', tag: '1' },
        }),
      ],
      {
        // nothing of the source is known on this side
        accesses: [{ registry: 'nowhere' }, accesses()[1], between],
        staging,
      },
    );
    expect(outOf.outcome).toMatchObject({ done: 1, failed: 0 });
    expect((await target.manifest('far/two', '1'))?.digest).toBe(digests.two);
    expect(await target.brokenBlobs('far/two', '1')).toEqual([]);
    const looked = await move('inspectImages', [
      job('two', {
        source: { access: 1, repository: 'far/two', digest: digests.two },
        target: { access: 1, repository: 'far/two', tag: '1' },
        targetOnly: true,
      }),
    ]);
    expect(looked.of('targetInspected')).toEqual([
      expect.objectContaining({ present: true, targetTagDigest: digests.two }),
    ]);
  });

  describe('failures name the image and the registry', () => {
    const failures = async (
      role: 'inspectImages' | 'copyImages',
      more: object,
    ) => {
      const { of } = await move(role, all(), { attempts: 1, ...more });
      return of('failed');
    };

    it.each([
      [
        'a wrong password',
        'RegistryCredentialsRejected',
        () => ({ ...accesses()[0], login: { ...login, password: 'wrong' } }),
      ],
      [
        'no password',
        'RegistryCredentialsRejected',
        () => ({ ...accesses()[0], login: undefined }),
      ],
      [
        'an unknown authority',
        'RegistryNotTrusted',
        () => ({ ...accesses()[0], caBundle: to.caBundle }),
      ],
      [
        'a registry that is not there',
        'RegistryUnreachable',
        () => ({ ...accesses()[0], address: '127.0.0.1:1' }),
      ],
    ])('%s', async (_, reason, access) => {
      const failed = await failures('inspectImages', {
        accesses: [access(), accesses()[1]],
      });
      expect(failed).toHaveLength(3);
      for (const { message, ...rest } of failed) {
        expect(rest.reason).toBe(reason);
        expect(message).toContain(rest.image);
        expect(message).toContain(`registry ${from.host}`);
      }
    });

    it('a missing tag, and the others are looked at', async () => {
      const absent = job('one');
      absent.image = `${from.host}/shop/one:none`;
      absent.source = { access: 0, repository: 'shop/one', tag: 'none' };
      const { of } = await move('inspectImages', [absent, job('three')]);
      expect(of('failed')).toEqual([
        expect.objectContaining({
          reason: 'ImageNotFound',
          message: expect.stringContaining(`${from.host}/shop/one:none`),
        }),
      ]);
      expect(of('inspected')).toHaveLength(1);
    });
  });
});
