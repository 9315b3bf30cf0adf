/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseAllDocuments } from 'yaml';
import { Manifest, MTC_GROUP } from './manifest';

export type ReadDocument =
  | { manifest: Manifest }
  | { kind: string; name: string; refused: string };

const MAX_DOCUMENTS = 1000;
/** Anchors are rare in manifests; a few of them nested can make gigabytes. */
const MAX_ALIASES = 20;
/** The parser goes down by recursion. */
const MAX_DEPTH = 100;
const kinds = ['MigCluster', 'MigStorage', 'MigHook', 'MigPlan'];

/** Documents of a YAML text, lists opened. What is no manifest of the four kinds is refused by name; nothing is thrown. */
export function readDocuments(text: string): ReadDocument[] {
  const tooMuch = refusalOf(text);
  if (tooMuch) {
    return [{ kind: '', name: '', refused: tooMuch }];
  }
  try {
    const documents = parseAllDocuments(text, {
      maxAliasCount: MAX_ALIASES,
    } as any);
    if (!Array.isArray(documents) || documents.length > MAX_DOCUMENTS) {
      return [
        {
          kind: '',
          name: '',
          refused: `The text has ${
            Array.isArray(documents) ? documents.length : 'no'
          } documents; import between 1 and ${MAX_DOCUMENTS} at a time.`,
        },
      ];
    }
    return documents.flatMap((document, index) => {
      const where = `document ${index + 1}`;
      const [error] = document.errors;
      if (error) {
        return [
          {
            kind: '',
            name: where,
            refused: `It is no YAML: ${
              error.message.split('\n')[0]
            }. Correct it.`,
          },
        ];
      }
      try {
        return opened(document.toJS({ maxAliasCount: MAX_ALIASES }), where);
      } catch (cause) {
        return [
          {
            kind: '',
            name: where,
            refused: `It cannot be read: ${
              (cause as Error).message
            }. Write it without anchors.`,
          },
        ];
      }
    });
  } catch (cause) {
    return [
      {
        kind: '',
        name: '',
        refused: `The text is no YAML: ${
          (cause as Error).message
        }. Correct it.`,
      },
    ];
  }
}

/** Before the parser sees it: what would take it too deep. */
function refusalOf(text: string): string | undefined {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') {
      depth += 1;
      if (depth > MAX_DEPTH) {
        return `The text has more than ${MAX_DEPTH} brackets one in the other. Write manifests as \`oc get -o yaml\` shows them.`;
      }
    } else if (character === ']' || character === '}') {
      depth = Math.max(0, depth - 1);
    }
  }
  if (/^[ ]{400,}\S/m.test(text) || /(- ){100,}/.test(text)) {
    return 'The text is nested too deep. Write manifests as `oc get -o yaml` shows them.';
  }
  return undefined;
}

function opened(value: any, where: string): ReadDocument[] {
  if (value === null || value === undefined) {
    return [];
  }
  if (typeof value === 'object' && /List$/.test(value.kind ?? '')) {
    return (Array.isArray(value.items) ? value.items : []).flatMap(
      (item: any, index: number) => opened(item, `${where}, item ${index + 1}`),
    );
  }
  return [documentOf(value, where)];
}

function documentOf(value: any, where: string): ReadDocument {
  const kind = typeof value?.kind === 'string' ? value.kind : '';
  const given = value?.metadata?.name ?? value?.metadata?.generateName;
  const name = typeof given === 'string' ? given.replace(/-$/, '') : where;
  const refuse = (refused: string) => ({ kind, name, refused });
  if (typeof value !== 'object' || Array.isArray(value) || !kind) {
    return refuse('It is no manifest: it has no kind. Take it out.');
  }
  const ours =
    kinds.includes(kind) &&
    String(value.apiVersion).startsWith(`${MTC_GROUP}/`);
  if (!ours && !(kind === 'Secret' && value.apiVersion === 'v1')) {
    return refuse(
      `${kind} (${value.apiVersion}) is not taken over; ${kinds.join(
        ', ',
      )} of ${MTC_GROUP} are, and the Secrets that they refer to. Take it out.`,
    );
  }
  if (typeof given !== 'string') {
    return refuse('metadata.name: it is missing. Give it a name.');
  }
  const { spec = {} } = value;
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    return refuse('spec: it must be a map. Write it as one.');
  }
  return {
    manifest: { ...value, metadata: { ...value.metadata, name }, spec },
  };
}
