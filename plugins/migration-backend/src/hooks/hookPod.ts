/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  COMPONENT_LABEL,
  FENCING_TOKEN_LABEL,
  MIGRATION_LABEL,
  PLAN_LABEL,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { MoverResources } from '../volumes/moverResources';
import { ENFORCE_LABEL } from '../volumes/security/decideSecurity';
import { HookCall, outputVariables } from './HookCall';

export const HOOK_CONTAINER = 'hook';
const HOOK_DIR = '/hook';
/** Where MTC's runner image expects it. */
const PLAYBOOK_DIR = '/tmp/playbook';
const RUNNER_IMAGE = 'quay.io/konveyor/hook-runner';

export function hookPodName(call: HookCall, attempt: number): string {
  return `hook-${call.phase.toLowerCase()}-${
    call.position
  }-${call.owner.migrationId.slice(0, 8)}-${attempt}`;
}

/** What the hook is given to run, and the outputs of earlier hooks, which may be secret: both are in no argument. */
export function hookSecret(call: HookCall, attempt: number): KubernetesObject {
  const { hook } = call;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadataOf(call, attempt),
    type: 'Opaque',
    data: {
      ...(hook.script && { script: base64(hook.script.script) }),
      ...(hook.playbook && {
        'playbook.yml': hook.playbook.playbook.replace(/\s/g, ''),
      }),
      ...Object.fromEntries(
        Object.entries(outputVariables(call.outputs)).map(([name, value]) => [
          name,
          base64(value),
        ]),
      ),
    },
  };
}

/** A bare pod that runs once. Attempts are pods of their own, so that each keeps its log and its end. */
export function hookPod(
  call: HookCall,
  attempt: number,
  options: {
    activeDeadlineSeconds: number;
    /** What the namespace's LimitRanges and quotas ask for. */
    resources?: MoverResources;
    /** Of the namespace that it runs in. */
    namespace?: KubernetesObject;
  },
): KubernetesObject {
  const { hook } = call;
  const metadata = metadataOf(call, attempt);
  const mounted = mountOf(hook.kind);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: {
      restartPolicy: 'Never',
      activeDeadlineSeconds: options.activeDeadlineSeconds,
      terminationGracePeriodSeconds: 10,
      enableServiceLinks: false,
      ...(call.serviceAccount && { serviceAccountName: call.serviceAccount }),
      containers: [
        {
          name: HOOK_CONTAINER,
          imagePullPolicy: 'IfNotPresent',
          ...programOf(call),
          env: [
            ...variables({ ...hook.image?.env, ...call.environment }),
            ...Object.keys(outputVariables(call.outputs)).map(name => ({
              name,
              valueFrom: { secretKeyRef: { name: metadata.name, key: name } },
            })),
          ],
          resources: options.resources,
          ...securityOf(hook.kind, options.namespace),
          volumeMounts: mounted && [
            { name: 'hook', mountPath: mounted.path, readOnly: true },
          ],
        },
      ],
      volumes: mounted && [
        {
          name: 'hook',
          secret: {
            secretName: metadata.name,
            defaultMode: 0o555,
            items: [{ key: mounted.key, path: mounted.key }],
          },
        },
      ],
    },
  };
}

function programOf({ hook }: HookCall) {
  switch (hook.kind) {
    case 'image':
      return {
        image: hook.image!.image,
        command: hook.image!.command,
        args: hook.image!.args,
      };
    case 'script':
      return {
        image: hook.script!.image,
        command: [
          ...(hook.script!.interpreter ?? ['/bin/sh']),
          `${HOOK_DIR}/script`,
        ],
      };
    default:
      return {
        image: hook.playbook!.image ?? RUNNER_IMAGE,
        command: [
          '/bin/entrypoint.sh',
          'ansible-runner',
          '-p',
          `${PLAYBOOK_DIR}/playbook.yml`,
          'run',
          '/tmp/runner',
        ],
      };
  }
}

function mountOf(kind: HookCall['hook']['kind']) {
  return {
    script: { path: HOOK_DIR, key: 'script' },
    playbook: { path: PLAYBOOK_DIR, key: 'playbook.yml' },
    image: undefined,
    http: undefined,
  }[kind];
}

/** A namespace that enforces the level restricted admits no pod that does not say so much of itself. */
function securityOf(
  kind: HookCall['hook']['kind'],
  namespace?: KubernetesObject,
) {
  if (namespace?.metadata.labels?.[ENFORCE_LABEL] !== 'restricted') {
    return {};
  }
  return {
    securityContext: {
      runAsNonRoot: true,
      // the image of a script is any that has a shell, and most of those are root's
      ...(kind === 'script' && { runAsUser: 65532 }),
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
}

function metadataOf(call: HookCall, attempt: number) {
  const { migrationId, planId, fencingToken } = call.owner;
  return {
    name: hookPodName(call, attempt),
    namespace: call.namespace,
    labels: {
      [MIGRATION_LABEL]: migrationId,
      [PLAN_LABEL]: planId,
      [COMPONENT_LABEL]: 'hook',
      [FENCING_TOKEN_LABEL]: String(fencingToken),
    },
  };
}

const variables = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => ({
    name,
    // a $(NAME) in a value is the hook's own text
    value: value.replaceAll('$(', () => '$$('),
  }));

const base64 = (text: string) => Buffer.from(text).toString('base64');
