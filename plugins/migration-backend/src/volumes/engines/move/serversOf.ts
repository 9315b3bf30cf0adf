/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

const NFS_PORT = 2049;
const ISCSI_PORT = 3260;
const MONITOR_PORT = 6789;

/** Servers that a node must reach to mount the volume, as far as the PersistentVolume's spec names them; drivers keep theirs to themselves. */
export function serversOf(spec: any): Array<{ host: string; port: number }> {
  const at = (address: string, port: number) => {
    const [, host, given] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(address)!;
    return { host, port: given ? Number(given) : port };
  };
  if (spec.nfs) {
    return [{ host: spec.nfs.server, port: NFS_PORT }];
  }
  if (spec.iscsi) {
    return [spec.iscsi.targetPortal, ...(spec.iscsi.portals ?? [])].map(
      portal => at(portal, ISCSI_PORT),
    );
  }
  const monitors: string[] = (spec.cephfs ?? spec.rbd)?.monitors ?? [];
  return monitors.map(monitor => at(monitor, MONITOR_PORT));
}
