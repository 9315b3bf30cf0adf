/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir } from '../cacheDir';
import { run } from '../command';
import { ensurePackages } from '../machine/debianPackages';
import { lastLineOf, whileWaiting, type Progress } from '../progress';
import { checkOwnBinaries, programs } from './ownBinaries';

/** The only Kubernetes source in Debian that holds more than kubectl. */
const release = 'bookworm';
const version = 'v1.20.2';
/** Part of the cache's key: raise it when what is built changes. */
const recipe = `${version}-2`;

/**
 * A directory with the Kubernetes programs: the user's own, or ours, built once from Debian's source package and
 * kept outside the checkout.
 */
export async function kubernetesBinaries(
  own: string | undefined,
  progress: Progress,
): Promise<string> {
  if (own) {
    await checkOwnBinaries(own);
    return own;
  }
  const bin = cacheDir('kubernetes', recipe, 'bin');
  if (programs.every(name => existsSync(join(bin, name)))) {
    return bin;
  }
  return build(bin, progress);
}

async function build(target: string, progress: Progress): Promise<string> {
  await ensurePackages(
    ['golang-1.19-go', 'dpkg-dev', 'ca-certificates'],
    progress,
  );
  mkdirSync(cacheDir(), { recursive: true });
  const work = mkdtempSync(cacheDir('build-'));
  const logFile = join(cacheDir(), 'build-kubernetes.log');
  try {
    const tree = await whileWaiting(
      progress,
      'Fetching the Kubernetes source package (30 MB)',
      () => fetchSource(work, logFile),
      { detail: () => lastLineOf(logFile) },
    );
    mendMapIteration(tree);
    const env = {
      PATH: `/usr/lib/go-1.19/bin:${process.env.PATH}`,
      CGO_ENABLED: '0',
      GOPATH: join(work, 'gopath'),
      GOCACHE: join(work, 'gocache'),
      // go 1.19 refuses this tree's go.mod with its vendor directory
      GO111MODULE: 'off',
      GOFLAGS: '',
    };
    await whileWaiting(
      progress,
      `Generating API definitions of Kubernetes ${version} (once)`,
      () => generateOpenApi(work, tree, env, logFile),
    );
    const stamps = ['component-base/version', 'client-go/pkg/version'].flatMap(
      part => {
        const path = `k8s.io/kubernetes/vendor/k8s.io/${part}`;
        return [
          `-X ${path}.gitVersion=${version}`,
          `-X ${path}.gitMajor=1`,
          `-X ${path}.gitMinor=20`,
          `-X ${path}.gitTreeState=clean`,
        ];
      },
    );
    const bin = join(work, 'bin');
    mkdirSync(bin, { recursive: true });
    const compiled = join(work, 'compiled.log');
    await whileWaiting(
      progress,
      `Building Kubernetes ${version} (about 5 minutes, once)`,
      () =>
        run(
          'go',
          [
            'build',
            '-v',
            '-ldflags',
            `-s -w ${stamps.join(' ')}`,
            '-o',
            `${bin}/`,
            ...[...programs, 'kubectl'].map(name => `./cmd/${name}`),
          ],
          { cwd: tree, env, logFile: compiled, deadlineSeconds: 2400 },
        ),
      // -v says each package as it is compiled
      { detail: () => `${linesOf(compiled)} packages compiled` },
    );
    // Only a whole build gets the name under which it is looked for.
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(bin, target);
    return target;
  } finally {
    await run('chmod', ['-R', 'u+w', work]);
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchSource(work: string, logFile: string): Promise<string> {
  const lists = await run('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI)',
    'Created-By: Packages',
  ]);
  const mirror = lists.split('\n').find(line => /\/debian\/?$/.test(line));
  if (!mirror) {
    throw new Error(
      'No Debian mirror is configured on this machine (apt-get indextargets names none); add one to /etc/apt',
    );
  }
  // A list of our own: the system's apt configuration stays as it is.
  const sources = join(work, 'sources.list');
  mkdirSync(join(work, 'lists/partial'), { recursive: true });
  writeFileSync(
    sources,
    `deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${release} main\n`,
  );
  chmodSync(work, 0o755);
  const options = [
    '-o',
    `Dir::Etc::sourcelist=${sources}`,
    '-o',
    'Dir::Etc::sourceparts=/dev/null',
    '-o',
    `Dir::State::Lists=${work}/lists`,
    '-o',
    'APT::Sandbox::User=root',
  ];
  await run('apt-get', [...options, 'update', '-q'], {
    logFile,
    deadlineSeconds: 180,
  });
  await run(
    'apt-get',
    [...options, 'source', '--download-only', 'kubernetes'],
    {
      cwd: work,
      logFile,
      deadlineSeconds: 600,
    },
  );
  const archive = readdirSync(work).find(name =>
    /^kubernetes_.*\.orig\.tar\.\w+$/.test(name),
  );
  const tree = join(work, 'gopath/src/k8s.io/kubernetes');
  mkdirSync(tree, { recursive: true });
  await run(
    'tar',
    ['xf', join(work, archive!), '-C', tree, '--strip-components=1'],
    { deadlineSeconds: 300 },
  );
  return tree;
}

/**
 * The vendored reflect2 1.0.1 gives the runtime an iterator of the wrong size since Go 1.18: the API server dies of a
 * fault as soon as it writes a map of a CustomResourceDefinition. reflect2 1.0.2 mended it this way.
 */
function mendMapIteration(tree: string): void {
  const edit = (file: string, changes: Array<[RegExp, string]>) => {
    const path = join(tree, 'vendor/github.com/modern-go/reflect2', file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of changes) {
      if (!from.test(text)) {
        throw new Error(`${path} is not as expected: ${from} is not in it`);
      }
      text = text.replace(from, to);
    }
    writeFileSync(path, text);
  };
  edit('unsafe_link.go', [
    [
      /func mapiterinit\(rtype unsafe.Pointer, m unsafe.Pointer\) \*hiter/,
      'func mapiterinit(rtype unsafe.Pointer, m unsafe.Pointer, it *hiter)',
    ],
    [
      /type hiter struct \{[^}]*\}/,
      'type hiter struct {\n\tkey unsafe.Pointer\n\tvalue unsafe.Pointer\n\tpointers [6]unsafe.Pointer\n\twords [6]uintptr\n}',
    ],
  ]);
  edit('unsafe_map.go', [
    [
      /return &UnsafeMapIterator\{\s*hiter:\s*mapiterinit\(type2.rtype, \*\(\*unsafe.Pointer\)\(obj\)\),/,
      'it := new(hiter)\n\tmapiterinit(type2.rtype, *(*unsafe.Pointer)(obj), it)\n\treturn &UnsafeMapIterator{\n\t\thiter: it,',
    ],
  ]);
}

/** The OpenAPI definitions are generated, not shipped: without them the API server does not compile. */
async function generateOpenApi(
  work: string,
  tree: string,
  env: Record<string, string>,
  logFile: string,
): Promise<void> {
  const generator = join(work, 'openapi-gen');
  await run(
    'go',
    ['build', '-o', generator, './vendor/k8s.io/kube-openapi/cmd/openapi-gen'],
    {
      cwd: tree,
      env,
      logFile,
      deadlineSeconds: 900,
    },
  );
  const found = await run(
    'grep',
    ['-rl', '--include=*.go', '+k8s:openapi-gen=', 'pkg', 'staging/src/k8s.io'],
    { cwd: tree },
  );
  const directories = new Set(
    found
      .split('\n')
      .filter(
        file =>
          file && !/code-generator|sample-|_test\.go|zz_generated/.test(file),
      )
      .map(file => dirname(file))
      .map(dir =>
        dir
          .replace(
            /^staging\/src\/k8s\.io\//,
            'k8s.io/kubernetes/vendor/k8s.io/',
          )
          .replace(/^pkg\//, 'k8s.io/kubernetes/pkg/'),
      ),
  );
  await run(
    generator,
    [
      '--logtostderr',
      '-i',
      [...directories].sort().join(','),
      '-p',
      'k8s.io/kubernetes/pkg/generated/openapi',
      '-O',
      'zz_generated.openapi',
      '-h',
      'vendor/k8s.io/code-generator/hack/boilerplate.go.txt',
      '-r',
      join(work, 'violations.report'),
    ],
    { cwd: tree, env, logFile, deadlineSeconds: 900 },
  );
}

const linesOf = (file: string): number =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
