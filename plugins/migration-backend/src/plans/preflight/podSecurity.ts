/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Capabilities that level baseline lets a container add. */
const harmless = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];
const restrictedVolumes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** Why a Pod Security level refuses a pod (the controls of Kubernetes' Pod Security Standards); empty when it does not. */
export function podSecurityViolations(spec: any, level: string): string[] {
  if (level !== 'baseline' && level !== 'restricted') {
    return [];
  }
  const found = baseline(spec);
  return level === 'restricted' ? [...found, ...restricted(spec)] : found;
}

function containersOf(spec: any): any[] {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
}

function baseline(spec: any): string[] {
  const found: string[] = [];
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (spec[field]) {
      found.push(field);
    }
  }
  for (const volume of spec.volumes ?? []) {
    if (volume.hostPath) {
      found.push(`hostPath volume ${volume.name}`);
    }
  }
  for (const { name, ports = [], securityContext = {} } of containersOf(spec)) {
    if (securityContext.privileged) {
      found.push(`privileged container ${name}`);
    }
    const added = (securityContext.capabilities?.add ?? []).filter(
      (capability: string) => !harmless.includes(capability),
    );
    if (added.length > 0) {
      found.push(`capabilities ${added.join(', ')} of container ${name}`);
    }
    if (ports.some((port: any) => port.hostPort)) {
      found.push(`a host port of container ${name}`);
    }
    if ((securityContext.procMount ?? 'Default') !== 'Default') {
      found.push(`procMount of container ${name}`);
    }
    if (securityContext.seccompProfile?.type === 'Unconfined') {
      found.push(`seccomp Unconfined of container ${name}`);
    }
  }
  return found;
}

function restricted(spec: any): string[] {
  const found: string[] = [];
  const pod = spec.securityContext ?? {};
  for (const { name, ...volume } of spec.volumes ?? []) {
    const [kind] = Object.keys(volume);
    if (kind && kind !== 'hostPath' && !restrictedVolumes.includes(kind)) {
      found.push(`${kind} volume ${name}`);
    }
  }
  for (const { name, securityContext = {} } of containersOf(spec)) {
    const both = { ...pod, ...securityContext };
    if (!both.runAsNonRoot || both.runAsUser === 0) {
      found.push(`container ${name} may run as root`);
    }
    if (securityContext.allowPrivilegeEscalation !== false) {
      found.push(`container ${name} may gain privileges`);
    }
    if (!(securityContext.capabilities?.drop ?? []).includes('ALL')) {
      found.push(`container ${name} does not drop all capabilities`);
    }
    if (!both.seccompProfile) {
      found.push(`container ${name} has no seccomp profile`);
    }
  }
  return found;
}
