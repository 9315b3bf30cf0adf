/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MoverSecurity,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';

export const ENFORCE_LABEL = 'pod-security.kubernetes.io/enforce';
export const UID_RANGE_ANNOTATION = 'openshift.io/sa.scc.uid-range';
export const GROUPS_ANNOTATION = 'openshift.io/sa.scc.supplemental-groups';

export type SecurityLevel = Exclude<MoverSecurity, 'auto'>;

/** What is known of a namespace before a mover is made in it. */
export interface SecurityFacts {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  /** OpenShift: our account may use the security context constraint `privileged` there. */
  mayUsePrivileged: boolean;
  /** As whom the pods that mount the claim run. */
  application?: PlannedVolume['application'];
}

export interface SecurityDecision {
  level: SecurityLevel;
  /** The facts that it follows from, for people. */
  because: string;
  /** The namespace does not admit a mover of this level. */
  refused?: string;
  pod: Record<string, unknown>;
  container: Record<string, unknown>;
  /** Absent for root. */
  user?: number;
}

/** User of the mover image, when nothing says another. */
const IMAGE_USER = 65532;

/** Root, because owners and modes must be kept and every file be read; but with the seven rights that takes, not more. */
const rootCapabilities = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'MKNOD',
  'SETFCAP',
  'KILL',
];
const seccompProfile = { type: 'RuntimeDefault' };

/**
 * With which rights a mover runs in a namespace. `source` movers only read: fsGroup would let the kubelet write owners
 * and modes into the source's volume, so their groups are supplemental ones.
 */
export function decideSecurity(
  asked: MoverSecurity,
  side: 'source' | 'destination',
  facts: SecurityFacts,
): SecurityDecision {
  const { level: highest, because: found } = highestAdmitted(facts);
  const level = asked === 'auto' ? minOf(highest, 'baseline') : asked;
  const because =
    asked === 'auto' ? found : `the plan says ${asked}, and ${found}`;
  const refused =
    rank[level] > rank[highest]
      ? `${found}, which admits no more than ${highest}`
      : undefined;
  if (level === 'restricted') {
    return { level, because, refused, ...asNobody(side, facts) };
  }
  return {
    level,
    because,
    refused,
    pod: {},
    container: {
      runAsUser: 0,
      runAsGroup: 0,
      ...(level === 'privileged'
        ? { privileged: true }
        : {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'], add: rootCapabilities },
            seccompProfile,
          }),
    },
  };
}

const rank = { restricted: 0, baseline: 1, privileged: 2 };

function minOf(a: SecurityLevel, b: SecurityLevel): SecurityLevel {
  return rank[a] < rank[b] ? a : b;
}

function highestAdmitted({
  labels,
  annotations,
  mayUsePrivileged,
}: SecurityFacts): { level: SecurityLevel; because: string } {
  const enforced = labels?.[ENFORCE_LABEL];
  if (enforced === 'restricted' || enforced === 'baseline') {
    return {
      level: enforced,
      because: `the namespace's label ${ENFORCE_LABEL} is ${enforced}`,
    };
  }
  if (annotations?.[UID_RANGE_ANNOTATION] && !mayUsePrivileged) {
    return {
      level: 'restricted',
      because: `the namespace has OpenShift's uid-range ${annotations[UID_RANGE_ANNOTATION]}, and the portal's account may not use the security context constraint privileged`,
    };
  }
  return {
    level: 'privileged',
    because: 'the namespace enforces no Pod Security level',
  };
}

function asNobody(
  side: 'source' | 'destination',
  { annotations, application }: SecurityFacts,
): Pick<SecurityDecision, 'pod' | 'container' | 'user'> {
  const users = rangeOf(annotations?.[UID_RANGE_ANNOTATION]);
  const groups = rangeOf(
    annotations?.[GROUPS_ANNOTATION] ?? annotations?.[UID_RANGE_ANNOTATION],
  );
  const within = (id: number | undefined, range?: Range) =>
    id !== undefined && id !== 0 && (!range || range.has(id)) ? id : undefined;
  const user =
    within(application?.runAsUser, users) ?? users?.first ?? IMAGE_USER;
  const group = within(application?.runAsGroup, users && groups);
  const fsGroup =
    within(application?.fsGroup, groups) ?? groups?.first ?? group ?? user;
  const supplementalGroups = [
    ...new Set([
      ...(application?.supplementalGroups ?? []),
      ...(side === 'source' ? [fsGroup] : []),
    ]),
  ].filter(id => within(id, groups) !== undefined);
  return {
    user,
    pod: {
      ...(side === 'destination' && {
        fsGroup,
        fsGroupChangePolicy: 'OnRootMismatch',
      }),
      ...(supplementalGroups.length > 0 && { supplementalGroups }),
    },
    container: {
      runAsNonRoot: true,
      runAsUser: user,
      ...(group !== undefined && { runAsGroup: group }),
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile,
    },
  };
}

interface Range {
  first: number;
  has(id: number): boolean;
}

/** `1000650000/10000` (first and size) or `1000-2000`; of several only the first counts. */
function rangeOf(text: string | undefined): Range | undefined {
  const match = /^\s*(\d+)([/-])(\d+)/.exec(text ?? '');
  if (!match) {
    return undefined;
  }
  const first = Number(match[1]);
  const last =
    match[2] === '/' ? first + Number(match[3]) - 1 : Number(match[3]);
  return { first, has: id => id >= first && id <= last };
}
