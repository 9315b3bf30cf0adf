/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { planName } from '../../presentation/planName';
import { PlanDraft } from './planDraft';

type Change = Partial<PlanDraft>;

/** A conversion stays on its cluster, and its namespaces keep their names. */
export function changeType(draft: PlanDraft, type: PlanInput['type']): Change {
  return type === 'storageConversion'
    ? {
        type,
        ...changeDestination(draft, draft.source),
        namespaces: draft.namespaces.map(({ source }) => ({
          source,
          destination: '',
        })),
      }
    : { type };
}

export function changeSource(draft: PlanDraft, source: string): Change {
  return draft.type === 'storageConversion'
    ? { ...changeDestination(draft, source), source }
    : { source };
}

/** A name that nobody typed goes with the destination. */
export function changeDestination(
  draft: PlanDraft,
  destination: string,
): Change {
  return { destination, ...nameOf(draft, { ...draft, destination }) };
}

/** Adds or removes a namespace; its volumes' choices go with it. */
export function chooseNamespace(
  draft: PlanDraft,
  name: string,
  chosen: boolean,
): Change {
  const namespaces = draft.namespaces.filter(({ source }) => source !== name);
  if (chosen) {
    const added = [...namespaces, { source: name, destination: '' }];
    return {
      namespaces: added,
      ...nameOf(draft, { ...draft, namespaces: added }),
    };
  }
  return {
    namespaces,
    volumes: draft.volumes.filter(({ namespace }) => namespace !== name),
    ...nameOf(draft, { ...draft, namespaces }),
  };
}

export function renameNamespace(
  draft: PlanDraft,
  name: string,
  destination: string,
): Change {
  return {
    namespaces: draft.namespaces.map(mapping =>
      mapping.source === name ? { ...mapping, destination } : mapping,
    ),
  };
}

type Volume = PlanDraft['volumes'][number];

/** Changes what is chosen for a claim; a choice that is undefined is the proposed one again. */
export function changeVolume(
  draft: PlanDraft,
  key: Pick<Volume, 'namespace' | 'claim'>,
  change: Partial<Volume>,
): Change {
  const isIt = ({ namespace, claim }: Volume) =>
    namespace === key.namespace && claim === key.claim;
  const before = draft.volumes.find(isIt);
  const { namespace, claim } = key;
  const choices = Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
  const after = { ...choices, namespace, claim } as Volume;
  // one that says nothing is not needed
  const said = Object.keys(after).length > 2;
  if (!before) {
    return { volumes: said ? [...draft.volumes, after] : draft.volumes };
  }
  return {
    volumes: draft.volumes.flatMap(volume =>
      !isIt(volume) ? [volume] : said ? [after] : [],
    ),
  };
}

/** For example shop-to-west; empty while neither entity nor namespace is known. */
function proposedName(draft: PlanDraft): string {
  const what =
    draft.entityRef.split('/').pop() || draft.namespaces[0]?.source || '';
  return what && draft.destination ? planName(what, draft.destination) : '';
}

function nameOf(before: PlanDraft, after: PlanDraft): Change {
  const typed = before.name !== '' && before.name !== proposedName(before);
  return typed ? {} : { name: proposedName(after) };
}
