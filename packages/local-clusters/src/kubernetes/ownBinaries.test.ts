/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  chmodSync,
  mkdtempSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOwnBinaries, minorVersionOf, programs } from './ownBinaries';

describe('checkOwnBinaries', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'binaries-'));
    for (const name of programs) {
      put(name, '1.29.4');
    }
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function put(name: string, version: string) {
    writeFileSync(
      join(dir, name),
      `#!/bin/sh\necho "Kubernetes v${version}"\n`,
      { mode: 0o755 },
    );
  }

  it('accepts a whole set of one version', async () => {
    await expect(checkOwnBinaries(dir)).resolves.toBeUndefined();
    await expect(minorVersionOf(dir)).resolves.toBe(29);
  });

  it('names a folder that is none', async () => {
    await expect(checkOwnBinaries(`${dir}/nowhere`)).rejects.toThrow(
      `${dir}/nowhere is no folder`,
    );
    await expect(checkOwnBinaries(join(dir, 'kubelet'))).rejects.toThrow(
      'is no folder',
    );
  });

  it('names what is missing', async () => {
    unlinkSync(join(dir, 'kubelet'));
    unlinkSync(join(dir, 'kube-proxy'));
    await expect(checkOwnBinaries(dir)).rejects.toThrow(
      `${dir} lacks kubelet, kube-proxy: put them there`,
    );
  });

  it('names what may not be executed, and how to allow it', async () => {
    chmodSync(join(dir, 'kube-scheduler'), 0o644);
    await expect(checkOwnBinaries(dir)).rejects.toThrow(
      `run chmod +x ${dir}/kube-scheduler`,
    );
  });

  it('names what is built for another machine', async () => {
    writeFileSync(join(dir, 'kubelet'), Buffer.from('\x7fELF\x02\x01\x01junk'));
    await expect(checkOwnBinaries(dir)).rejects.toThrow(
      /kubelet does not run on this machine .* Get the one built for linux\//s,
    );
  });

  it('names what is no Kubernetes', async () => {
    writeFileSync(join(dir, 'kubelet'), '#!/bin/sh\necho hello\n');
    await expect(checkOwnBinaries(dir)).rejects.toThrow(
      `${dir}/kubelet --version says 'hello'`,
    );
  });

  it('refuses versions that are too old', async () => {
    for (const name of programs) {
      put(name, '1.19.16');
    }
    await expect(checkOwnBinaries(dir)).rejects.toThrow(
      'is v1.19.16, but 1.20 is the oldest version',
    );
  });

  it('refuses a mixture', async () => {
    put('kubelet', '1.31.0');
    await expect(checkOwnBinaries(dir)).rejects.toThrow(
      'kube-apiserver is v1.29.4 and kubelet is v1.31.0',
    );
  });
});
