/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, run } from '../command';

export const programs = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubelet',
  'kube-proxy',
];
export const oldestMinor = 20;

const whole = `A folder of Kubernetes binaries holds ${programs.join(
  ', ',
)} of one version, from 1.${oldestMinor} on.`;

/** Looks at a folder of the user's own. @throws naming the folder, the binary and the cure */
export async function checkOwnBinaries(dir: string): Promise<void> {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) {
    throw new Error(
      `${dir} is no folder: give the one that your Kubernetes binaries are in. ${whole}`,
    );
  }
  const missing = programs.filter(name => !existsSync(join(dir, name)));
  if (missing.length > 0) {
    throw new Error(
      `${dir} lacks ${missing.join(', ')}: put ${
        missing.length > 1 ? 'them' : 'it'
      } there. ${whole}`,
    );
  }
  for (const name of programs) {
    const file = join(dir, name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      throw new Error(`${file} may not be executed: run chmod +x ${file}`);
    }
  }
  const versions = new Map<string, string>();
  for (const name of programs) {
    versions.set(name, await versionOf(dir, name));
  }
  const minor = minorOf(versions.get('kube-apiserver')!);
  if (minor < oldestMinor) {
    throw new Error(
      `${dir}/kube-apiserver is ${versions.get(
        'kube-apiserver',
      )}, but 1.${oldestMinor} is the oldest version that runs here: put newer binaries into ${dir}`,
    );
  }
  const other = programs.find(name => minorOf(versions.get(name)!) !== minor);
  if (other) {
    throw new Error(
      `${dir} mixes versions: kube-apiserver is ${versions.get(
        'kube-apiserver',
      )} and ${other} is ${versions.get(
        other,
      )}. Put all of them from one release there. ${whole}`,
    );
  }
}

/** As in `v1.20.2`, by `--version`. */
async function versionOf(dir: string, name: string): Promise<string> {
  const file = join(dir, name);
  let said: string;
  try {
    said = await run(file, ['--version'], { deadlineSeconds: 30 });
  } catch (error) {
    const cause =
      error instanceof CommandFailed ? error.message : String(error);
    throw new Error(
      `${file} does not run on this machine (${cause}). Get the one built for linux/${
        process.arch === 'x64' ? 'amd64' : process.arch
      }`,
    );
  }
  const match = /v1\.\d+\.\d+\S*/.exec(said);
  if (!match) {
    throw new Error(
      `${file} --version says '${said
        .trim()
        .slice(0, 200)}', which is no Kubernetes 1.x. ${whole}`,
    );
  }
  return match[0];
}

const minorOf = (version: string): number => Number(version.split('.')[1]);

/** Minor version of `kube-apiserver --version`, for example 20. */
export async function minorVersionOf(dir: string): Promise<number> {
  return minorOf(await versionOf(dir, 'kube-apiserver'));
}
