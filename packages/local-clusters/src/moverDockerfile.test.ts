/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moverPackages } from './images/images';

const repository = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const [build, image] = read('packages/mover/Dockerfile')
  .replace(/\\\n/g, ' ')
  .replace(/^#.*$/gm, '')
  .split(/^FROM .*$/m)
  .slice(1);
const local = read('packages/local-clusters/src/images/images.ts');

/** The published image must be the one that the tests here run. */
describe('packages/mover/Dockerfile', () => {
  it('installs the same packages', () => {
    const installed = /install -y --no-install-recommends\s+([^&]+)&&/
      .exec(image)![1]
      .trim()
      .split(/\s+/);
    expect(installed).toEqual(moverPackages);
  });

  it('is of the same Debian release', () => {
    expect(local).toMatch(/release: 'trixie', packages: moverPackages/);
    expect(read('packages/mover/Dockerfile').match(/^FROM \S+/gm)).toEqual([
      'FROM debian:trixie-slim',
      'FROM debian:trixie-slim',
    ]);
  });

  it('has the same entrypoint', () => {
    const entrypoint = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(image)![1]);
    const [, after] = local.split('name: moverImage,');
    const quoted = /entrypoint: \[([^\]]*)\]/.exec(after)![1];
    expect(entrypoint).toEqual(
      [...quoted.matchAll(/'([^']+)'/g)].map(match => match[1]),
    );
  });

  it('bundles with the esbuild and the flags of the workspace', () => {
    const [, locked] = /^"esbuild@npm:\^0\.25\.0":\n {2}version: (\S+)$/m.exec(
      read('yarn.lock'),
    )!;
    expect(build).toContain(`esbuild@${locked} `);
    for (const flag of ['--bundle', '--platform=node', '--target=node20']) {
      expect(build).toContain(flag);
      expect(local).toContain(`'${flag}'`);
    }
  });

  it('uses the Yarn that the bootstrap fetches', () => {
    const [, version] = /@yarnpkg\/cli-dist@(\S+)/.exec(build)!;
    expect(read('scripts/toolchain.mjs')).toContain(`'${version}'`);
  });

  it('does not run as root unless the pod asks for it', () => {
    expect(image).toMatch(/^USER (?!0|root)/m);
  });
});
