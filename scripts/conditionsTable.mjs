/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// Writes the table of conditions in docs/troubleshooting.md from the sources, where each is made with its message.
//   node scripts/conditionsTable.mjs          writes the table
//   node scripts/conditionsTable.mjs --check  exits 1 when the file has other types or categories than the sources
// A message is 'what is wrong. What to do.'; where the second half is not in the message it is in `cures` below.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(repository, 'docs/troubleshooting.md');
const begin =
  '<!-- conditions: begin, written by scripts/conditionsTable.mjs -->';
const end = '<!-- conditions: end -->';
const folders = ['plugins/migration-backend/src', 'packages/mover/src'];

const cures = {
  RegistryCredentialsMissing:
    'Create the Secret that the plan names for a registry with an entry for it, or name another.',
  NamespaceTerminating:
    'Wait until the namespace is gone (look at its conditions and finalizers), or name another one in the plan.',
  TransformFailed:
    'Correct the transform in the plan, or put a `test` operation before it.',
  StageSourceDoesNotFit:
    'Create the VolumeSnapshotClass that the message names, or let the passes read the volume itself.',
  ClaimNotBound: 'Start a pod that mounts it, or leave it out of the plan.',
  TargetClaimTwice: 'Give one of the two another `targetClaim`.',
  CopyMethodDoesNotFit:
    'Choose one of the copy methods that the message names, or skip the claim.',
  CertificateRejected:
    'Something between the clusters answers in the other mover’s place (a TLS-terminating proxy, an old receiver). Let the port through untouched, or use the Tunnel endpoint.',
  ClusterFailing: 'Look at the API server of that cluster.',
  ClusterUnreachable:
    'Check URL, CA bundle and the network between portal and cluster, test the connection again, refresh the plan.',
  ComparisonBroken:
    'It was tried five times. Look at the receiver pod’s node and at the network, and start the migration again; what is copied stays.',
  ConnectionBroken:
    'It was tried again until nothing could be carried for two minutes, in five pods. Look at the network between the clusters, and start the migration again; what is copied stays.',
  CredentialsRejected: 'Give the cluster a new token or kubeconfig.',
  DeadlineExceeded:
    'Look at the events of the object that is named. Quiesce, pass and health deadlines are options of the plan.',
  EndpointUnreachable:
    'Open the port that is named, name reachable nodeAddresses in the destination cluster’s options, or allow the Tunnel endpoint.',
  GroupUnavailable:
    'Look at the API service of Routes on that cluster; it is asked again until the deadline.',
  MoverNotRoot:
    'Nothing, if what is lost does not matter to the application. Else let the namespace admit the Pod Security level baseline (docs/volumes.md).',
  HelloRefused:
    'Movers of different versions, or a stranger on the port. Use one mover image on both clusters.',
  InvalidPlan: 'Correct the field that is named.',
  KindNotServed: 'Install what serves the kind, or exclude it in the plan.',
  MoverDied:
    'Look at the pod’s events: evicted, out of memory, node lost. It was tried five times; start the migration again.',
  MoverFailed:
    'Look at the log of the pod; report it if the reason is not outside.',
  NoSpaceOnDestination: 'Choose a larger size for it in the plan.',
  NoServer: 'Give a kubeconfig whose context names a cluster with a server.',
  PassFailed:
    'Read what rsync said: often an I/O error of a volume, or a destination file system that cannot keep an attribute (see docs/volumes.md).',
  PhaseFailed: 'Read the message; it is of the object that it names.',
  ReceiverFailed: 'Look at the log of the receiver’s pod on the destination.',
  RepositoryFailed:
    'Read what restic said: often an I/O error of a volume, or a file that changed under the final pass. Start again; what is copied stays.',
  RepositoryForeign:
    'Remove the folder of the plan from the bucket, or name another repository in the plan.',
  RepositoryIncomplete: 'None needed: it is removed and made again.',
  RepositoryLocked: 'Wait for the end of the other mover and start again.',
  RepositoryUnreachable:
    'Look at the storage, at its credentials and at the way to it from portal and clusters, test the repository, and start again; what is copied stays.',
  SourceNotMounted: 'Look at the source claim and its volume.',
  StaleFencingToken:
    'None needed: a newer worker of the portal has taken the migration over and goes on.',
  SupersededSender: 'None needed: a newer sender has taken the volume over.',
  Terminated:
    'Somebody or something ended the mover’s pod (drain, eviction). It was tried five times; start the migration again.',
  UnknownVolume:
    'Two migrations share a receiver’s name; cancel and start again.',
  VolumeSkipped:
    'None needed, unless it should be copied: set its action to copy.',
  MoverNetworkFailed:
    'Do what the message says of each endpoint, then probe again.',
  MissingRights: 'Bind the account to the ClusterRole in docs/security.md.',
};

const meanings = {
  RegistryCredentialsMissing:
    'The Secret that the plan names for a registry cannot be used',
  MoverNetworkFailed:
    'The last network probe of the plan failed; the message says with what',
  NamespaceTerminating: 'A namespace of the plan is being deleted',
  TransformFailed:
    'A transform of the plan, or of an extension, cannot be carried out on the object that is named.',
  StageSourceDoesNotFit:
    'The passes of this volume cannot read a snapshot: its driver, its cluster or its copy method has none',
  ClaimNotBound: 'A claim that the plan names has no volume yet',
  TargetClaimTwice: 'Two claims would become one on the destination',
  CopyMethodDoesNotFit:
    'The chosen copy method cannot bring this volume across, or does not exist',
  CertificateRejected:
    'Mover and receiver could not prove to each other that they are of the same migration: …',
  ClusterFailing: 'The API server answered with an error: …',
  ClusterUnreachable: 'The API server of the cluster did not answer: …',
  CredentialsRejected: 'The cluster does not accept the token or certificate',
  EndpointUnreachable: 'A mover does not reach the receiver: …',
  HelloRefused:
    'The receiver serves passes of its own migration’s sender and nothing else: …',
  InvalidPlan: 'A field of the plan has an illegal value: …',
  MoverFailed: 'A mover failed in a way that has no name of its own: …',
  PhaseFailed: 'A phase failed in a way that has no name of its own: …',
  ReceiverFailed: 'The receiver failed in a way that has no name of its own: …',
  RepositoryFailed: 'restic failed over a volume, and the storage answers: …',
  RepositoryForeign:
    'What lies in the bucket at the plan’s place has another password',
  RepositoryLocked: 'Another mover works on the same volume’s repository',
  RepositoryUnreachable:
    'The replication repository refuses, or does not answer: …',
  Terminated: 'The mover was told to end before it was done',
};

const found = new Map();

for (const folder of folders) {
  for (const file of sourcesIn(join(repository, folder))) {
    collect(file);
  }
}

function sourcesIn(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'testing' ? [] : sourcesIn(path);
    }
    return /(?<!\.test|\.d)\.ts$/.test(entry.name) ? [path] : [];
  });
}

function collect(path) {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const mover = path.includes('packages/mover/');
  const visit = node => {
    if (ts.isObjectLiteralExpression(node)) {
      const type = valueOf(node, mover ? 'reason' : 'type');
      const category = valueOf(node, 'category');
      const message = valueOf(node, 'message');
      const reason = valueOf(node, 'reason');
      if (type && category && message) {
        add(type, (category.expression ?? category).text, message);
      } else if (reason && message && !valueOf(node, 'level')) {
        // a mover's failure, which becomes a condition
        add(reason, 'Critical', message);
      }
    }
    if (ts.isNewExpression(node) && node.arguments) {
      const [first, second, third] = node.arguments;
      if (node.expression.getText() === 'MoverError') {
        add(first, 'Critical', second);
      } else if (node.expression.getText() === 'ClusterError' && third) {
        add(third, 'Critical', first);
      }
    }
    ts.forEachChild(node, visit);
  };
  const add = (type, category, message) => {
    for (const name of namesIn(type, source)) {
      const known = found.get(name) ?? {
        categories: new Set(),
        texts: [],
        files: new Set(),
      };
      const text = textOf(message);
      if (text && !known.texts.includes(text)) {
        known.texts.push(text);
      }
      known.categories.add(category);
      known.files.add(relative(repository, path));
      found.set(name, known);
    }
  };
  visit(source);
}

function valueOf(literal, name) {
  for (const property of literal.properties) {
    if (property.name?.getText() === name) {
      return ts.isPropertyAssignment(property)
        ? property.initializer
        : property.name;
    }
  }
  return undefined;
}

/** The names that an expression may stand for: a literal, branches of `? :`, or a constant of the same file. */
function namesIn(node, source) {
  if (ts.isStringLiteral(node)) {
    return /^[A-Z][A-Za-z]+$/.test(node.text) ? [node.text] : [];
  }
  if (ts.isConditionalExpression(node)) {
    return [
      ...namesIn(node.whenTrue, source),
      ...namesIn(node.whenFalse, source),
    ];
  }
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
    return namesIn(node.elements[0], source);
  }
  if (ts.isIdentifier(node)) {
    const names = [];
    const look = candidate => {
      if (
        ts.isVariableDeclaration(candidate) &&
        candidate.initializer &&
        (candidate.name.getText() === node.text ||
          (ts.isArrayBindingPattern(candidate.name) &&
            candidate.name.elements[0]?.getText() === node.text))
      ) {
        names.push(...namesIn(candidate.initializer, source));
      }
      ts.forEachChild(candidate, look);
    };
    look(source);
    return names;
  }
  return [];
}

/** A message with `…` for what is filled in. */
function textOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return node.text;
  }
  if (ts.isTemplateExpression(node)) {
    return [
      node.head.text,
      ...node.templateSpans.map(
        span => `${placeholder(span.expression)}${span.literal.text}`,
      ),
    ].join('');
  }
  if (ts.isConditionalExpression(node)) {
    return textOf(node.whenFalse);
  }
  return '';
}

/** `${volume.namespace}` as *namespace*; what has no name as an ellipsis. */
function placeholder(expression) {
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : ts.isIdentifier(expression)
    ? expression.text
    : '';
  return name && name !== 'excerpt' && name !== 'message' ? `*${name}*` : '…';
}

const missing = [];

function row([type, { categories, texts, files }]) {
  const [first = ''] = [...texts].sort((a, b) => b.length - a.length);
  const split = /^(.+?)\.(?:\*\w+\*|…)? +([A-Z].*)$/s.exec(first);
  const cure = cures[type] ?? split?.[2];
  if (!cure || !(meanings[type] ?? first)) {
    missing.push(`${type} (${[...files].join(', ')}): ${first}`);
  }
  const meaning = meanings[type] ?? split?.[1] ?? first;
  const cell = text => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
  return `| \`${type}\` | ${[...categories].join(', ')} | ${cell(
    meaning,
  )} | ${cell(cure ?? '')} |`;
}

const unknown = Object.keys({ ...cures, ...meanings }).filter(
  type => !found.has(type),
);
const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(row);
if (unknown.length > 0 || missing.length > 0) {
  process.stderr.write(
    [
      ...unknown.map(
        type =>
          `${type} has words in scripts/conditionsTable.mjs, but no source makes it: remove it there`,
      ),
      ...missing.map(
        text =>
          `No meaning or cure for ${text}: end its message with what to do, or add it to scripts/conditionsTable.mjs`,
      ),
      '',
    ].join('\n'),
  );
  process.exit(1);
}

const table = [
  begin,
  '',
  '<!-- prettier-ignore -->',
  '| Type | Category | Meaning | Cure |',
  '| --- | --- | --- | --- |',
  ...rows,
  '',
  end,
].join('\n');
const text = readFileSync(page, 'utf8');
const wanted = text.replace(
  new RegExp(`${begin.slice(0, 30)}[^]*${end}`),
  () => table,
);
/** A message may be reworded without this page; a condition may not come or go. */
const namesAndCategories = rows =>
  [...rows.matchAll(/^\| `(\w+)` +\| ([\w, ]+?) +\|/gm)]
    .map(([, type, category]) => `${type} (${category})`)
    .sort();

if (process.argv.includes('--check')) {
  const [there, made] = [text.split(begin)[1] ?? '', table].map(
    namesAndCategories,
  );
  const differences = [
    ...made.filter(name => !there.includes(name)).map(name => `lacks ${name}`),
    ...there.filter(name => !made.includes(name)).map(name => `has ${name}`),
  ];
  if (differences.length > 0) {
    process.stderr.write(
      `docs/troubleshooting.md ${differences.join(
        ', ',
      )}: run node scripts/conditionsTable.mjs\n`,
    );
    process.exit(1);
  }
} else {
  writeFileSync(page, wanted);
}
