/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { join } from 'node:path';
import type { ClusterNetwork } from '../instance';

export interface ComponentContext {
  /** Kubernetes 1.<minor>; decides which flags exist. */
  minor: number;
  dir: string;
  net: ClusterNetwork;
  pki(file: string): string;
}

const kubeconfig = (c: ComponentContext, user: string) =>
  join(c.dir, `${user}.kubeconfig`);

export function etcdFlags(c: ComponentContext): string[] {
  return [
    `--data-dir=${join(c.dir, 'etcd')}`,
    '--listen-client-urls=http://127.0.0.1:2379',
    '--advertise-client-urls=http://127.0.0.1:2379',
    '--listen-peer-urls=http://127.0.0.1:2380',
    '--initial-advertise-peer-urls=http://127.0.0.1:2380',
    '--initial-cluster=default=http://127.0.0.1:2380',
    '--unsafe-no-fsync',
  ];
}

export function apiServerFlags(c: ComponentContext): string[] {
  return [
    '--etcd-servers=http://127.0.0.1:2379',
    '--secure-port=6443',
    '--bind-address=0.0.0.0',
    `--advertise-address=${c.net.nodeAddress}`,
    `--tls-cert-file=${c.pki('api.crt')}`,
    `--tls-private-key-file=${c.pki('api.key')}`,
    `--client-ca-file=${c.pki('ca.crt')}`,
    `--service-account-key-file=${c.pki('sa.key')}`,
    `--service-account-signing-key-file=${c.pki('sa.key')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-cluster-ip-range=${c.net.serviceRange}`,
    '--authorization-mode=Node,RBAC',
    '--allow-privileged=true',
    `--kubelet-client-certificate=${c.pki('admin.crt')}`,
    `--kubelet-client-key=${c.pki('admin.key')}`,
    `--kubelet-certificate-authority=${c.pki('ca.crt')}`,
    '--kubelet-preferred-address-types=InternalIP',
  ];
}

export function controllerManagerFlags(c: ComponentContext): string[] {
  return [
    `--kubeconfig=${kubeconfig(c, 'admin')}`,
    `--service-account-private-key-file=${c.pki('sa.key')}`,
    `--root-ca-file=${c.pki('ca.crt')}`,
    `--cluster-signing-cert-file=${c.pki('ca.crt')}`,
    `--cluster-signing-key-file=${c.pki('ca.key')}`,
    '--use-service-account-credentials=true',
    '--bind-address=127.0.0.1',
    '--leader-elect=false',
    // the insecure port is on by default before 1.24, where its flag went
    ...(c.minor < 24 ? ['--port=0'] : []),
  ];
}

export function schedulerFlags(c: ComponentContext): string[] {
  return [
    `--kubeconfig=${kubeconfig(c, 'admin')}`,
    '--bind-address=127.0.0.1',
    '--leader-elect=false',
    ...(c.minor < 23 ? ['--port=0'] : []),
  ];
}

export function kubeletConfig(c: ComponentContext): object {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: '0.0.0.0',
    readOnlyPort: 0,
    healthzBindAddress: '127.0.0.1',
    authentication: {
      anonymous: { enabled: false },
      x509: { clientCAFile: c.pki('ca.crt') },
      webhook: { enabled: true },
    },
    authorization: { mode: 'Webhook' },
    tlsCertFile: c.pki('kubelet.crt'),
    tlsPrivateKeyFile: c.pki('kubelet.key'),
    cgroupDriver: 'cgroupfs',
    cgroupsPerQOS: false,
    enforceNodeAllocatable: [],
    failSwapOn: false,
    syncFrequency: '10s',
    evictionHard: {
      'memory.available': '100Mi',
      'nodefs.available': '1%',
      'imagefs.available': '1%',
    },
    // its socket has one fixed place on the machine, which two kubelets would fight over; the gate went in 1.28
    ...(c.minor < 26 ? { featureGates: { DevicePlugins: false } } : {}),
    // from 1.35 on a machine with cgroup v1 is refused unless this is said
    ...(c.minor >= 31 ? { failCgroupV1: false } : {}),
    ...(c.minor >= 27
      ? { containerRuntimeEndpoint: `unix://${join(c.dir, 'containerd.sock')}` }
      : {}),
  };
}

export function kubeletFlags(
  c: ComponentContext,
  configFile: string,
  socket: string,
): string[] {
  return [
    `--config=${configFile}`,
    `--kubeconfig=${kubeconfig(c, 'kubelet')}`,
    `--root-dir=${join(c.dir, 'kubelet')}`,
    `--hostname-override=${c.net.nodeName}`,
    `--node-ip=${c.net.nodeAddress}`,
    ...(c.minor < 27
      ? [
          '--container-runtime=remote',
          `--container-runtime-endpoint=unix://${socket}`,
        ]
      : []),
    // dockershim's networking flags went with it in 1.24
    ...(c.minor < 24
      ? [
          '--network-plugin=cni',
          `--cni-conf-dir=${join(c.dir, 'cni')}`,
          '--cni-bin-dir=/usr/lib/cni',
        ]
      : []),
  ];
}

export function proxyFlags(c: ComponentContext): string[] {
  return [
    `--kubeconfig=${kubeconfig(c, 'admin')}`,
    `--cluster-cidr=${c.net.podRange}`,
    '--proxy-mode=iptables',
    `--hostname-override=${c.net.nodeName}`,
    // conntrack's limits belong to the host and cannot be written from a namespace
    '--conntrack-max-per-core=0',
    '--conntrack-tcp-timeout-established=0',
    '--conntrack-tcp-timeout-close-wait=0',
    '--healthz-bind-address=127.0.0.1:10256',
    '--metrics-bind-address=127.0.0.1:10249',
  ];
}

export function containerdConfig(
  c: ComponentContext,
  socket: string,
  sandboxImage: string,
): string {
  return `version = 2
root = "${c.dir}/containerd/root"
state = "${c.dir}/containerd/state"
[grpc]
  address = "${socket}"
[ttrpc]
  address = "${socket}.ttrpc"
[plugins."io.containerd.internal.v1.opt"]
  path = "${c.dir}/containerd/opt"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${sandboxImage}"
  # root lacks CAP_SYS_RESOURCE on some machines, and runc dies when it may not lower a score
  restrict_oom_score_adj = true
  # in our own directory and not in /run/netns, where nobody could tell whose they are
  netns_mounts_under_state_dir = true
  stream_server_address = "127.0.0.1"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "${c.dir}/cni"
  # a directory for each registry of a test, with the authority that it is trusted by; read at each pull
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "${c.dir}/certs.d"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
`;
}
