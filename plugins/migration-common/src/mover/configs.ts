/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CopyImagesConfig,
  InspectImagesConfig,
  RemoveImagesConfig,
  VerifyImagesConfig,
} from './imageConfigs';
import { SocketEntry } from './messages';

/**
 * What a mover pod is told, as JSON in a mounted Secret. Keys lie beside it as PEM files: `ca.crt`, `tls.crt`
 * and `tls.key`; nothing of it is ever in the pod's arguments or environment.
 */
export interface MoverIdentity {
  migrationId: string;
  /** Grows with every worker that takes the migration over; a mover refuses a smaller one than it has seen. */
  fencingToken: number;
}

export interface MoverVolume {
  /** Unique in the migration. */
  name: string;
  /** Where the claim is mounted; with `mode` Block, the device. */
  path: string;
  /** As volumeMode of the claim; Filesystem when it is not said. */
  mode?: 'Filesystem' | 'Block';
}

/** `mover receive`: on the destination, serves passes and comparisons until it is ended. */
export interface ReceiveConfig extends MoverIdentity {
  role: 'receive';
  port: number;
  /** Name that the sender's certificate must carry. */
  peerName: string;
  volumes: MoverVolume[];
  /** Writable directory that keeps the highest fencing token over a restart of the container. */
  stateDir: string;
}

export type MoverEndpoint =
  /** `serverName`: what stands in front of the receiver and chooses it by TLS's SNI, without opening the TLS. */
  | { kind: 'direct'; host: string; port: number; serverName?: string }
  /** Connections go through the portal (`TUNNEL_OPEN`); the mover itself dials the loopback port `listenPort`. */
  | { kind: 'tunnel'; listenPort: number };

interface Dialling extends MoverIdentity {
  endpoint: MoverEndpoint;
  /** Name that the receiver's certificate must carry; addresses prove nothing. */
  peerName: string;
  volume: MoverVolume;
  /** Connections are tried for so long, with growing pauses; counted anew whenever one has carried something. */
  deadlineSeconds: number;
}

/** `mover send`: one pass over one volume. */
export interface SendConfig extends Dialling {
  role: 'send';
  /** A bulk pass runs beside a living application and tolerates vanishing files; a final pass tolerates nothing. */
  pass: 'bulk' | 'final';
  /** Connections at once that bring the content of files, before one more makes the whole exact. */
  streams: number;
  bandwidthLimitKiB?: number;
  /** The receiver is not root: devices are left out, and what it may not set is no failure. */
  unprivileged?: boolean;
}

/**
 * What a receiver that is not root cannot give to files, and a comparison is told to leave out: `capabilities` are
 * those of programs (security.capability), `volumeRoot` is all of the volume's own directory, which belongs to the node.
 */
export type NotCompared =
  | 'owner'
  | 'group'
  | 'devices'
  | 'capabilities'
  | 'volumeRoot';

/** `mover compare`: reads both sides and tells every difference. Never writes. */
export interface CompareConfig extends Dialling {
  role: 'compare';
  mode: 'full' | 'sample' | 'metadata';
  samplePercent?: number;
  /** Differences told one by one; the count is always whole. */
  maxDifferences: number;
  /** Files hashed at the same time on each side. */
  parallelism: number;
  notCompared?: NotCompared[];
  /** What `prove` has found the same, and what has not changed since, is not read again. */
  recall?: boolean;
}

/** `mover prove`: reads both sides beside the living application, and has the receiver remember what is the same. */
export interface ProveConfig extends Dialling {
  role: 'prove';
  mode: 'full' | 'sample';
  samplePercent?: number;
  /** Files hashed at the same time on each side. */
  parallelism: number;
}

/** `mover probe`: does the endpoint answer, and is it ours? */
export interface ProbeConfig extends Dialling {
  role: 'probe';
}

/** `mover usage`: what lies on a volume. */
export interface UsageConfig extends MoverIdentity {
  role: 'usage';
  volumes: MoverVolume[];
}

/** `mover fingerprint`: one digest of a volume, by which it is known again on another cluster. */
export interface FingerprintConfig extends MoverIdentity {
  role: 'fingerprint';
  volume: MoverVolume;
}

/** `mover reach`: does a storage answer on this node? */
export interface ReachConfig extends MoverIdentity {
  role: 'reach';
  servers: Array<{ host: string; port: number }>;
  /** Mounted read-only, and read. */
  volume?: MoverVolume;
}

/**
 * A restic repository. Reaches a mover only in its Secret, and restic only by environment and files: arguments can be
 * read by everyone on a node.
 */
export interface ResticRepository {
  /** As restic names it, for example `s3:https://host/bucket/prefix`. */
  url: string;
  /** For messages: the replication repository's name in the portal. */
  name: string;
  password: string;
  /** Extended options of restic's backend, for example `s3.connections=16`. */
  options: string[];
  /** Credentials, as restic wants them. */
  environment: Record<string, string>;
  /** Credentials that restic wants as a file: its content and the variable that names it. */
  credentialsFile?: { variable: string; content: string };
  /** PEM certificates that sign the storage's. */
  caBundle?: string;
}

interface Keeping extends MoverIdentity {
  volume: MoverVolume;
  repository: ResticRepository;
  /** So long the repository may refuse everything before it is given up. */
  deadlineSeconds: number;
  bandwidthLimitKiB?: number;
}

/** `mover backup`: a snapshot of the volume in the repository, which is made when it is not there. */
export interface BackupConfig extends Keeping {
  role: 'backup';
  pass: 'bulk' | 'final';
}

/** `mover restore`: brings the volume to what a snapshot has, deletions with it. */
export interface RestoreConfig extends Keeping {
  role: 'restore';
  snapshot: string;
  /**
   * `always` reads what is there and mends it; `if-changed` believes size and time, which restic also gives to a file whose
   * content it could not write.
   */
  overwrite: 'always' | 'if-changed';
  /** What the snapshot lacks of the volume. */
  sockets: SocketEntry[];
}

export type MoverConfig =
  | BackupConfig
  | RestoreConfig
  | ReceiveConfig
  | SendConfig
  | CompareConfig
  | ProveConfig
  | ProbeConfig
  | UsageConfig
  | FingerprintConfig
  | ReachConfig
  | InspectImagesConfig
  | CopyImagesConfig
  | VerifyImagesConfig
  | RemoveImagesConfig;

/** Where the Secret is mounted in every mover pod. */
export const MOVER_CONFIG_DIR = '/etc/mover';
export const MOVER_CONFIG_FILE = 'config.json';
export const MOVER_PORT = 8443;
export const MOVER_TUNNEL_PORT = 8444;

/** Names inside the migration's own certificates. */
export function receiverName(migrationId: string): string {
  return `receiver.${migrationId}.namespace-migration.io`;
}
export function senderName(migrationId: string): string {
  return `sender.${migrationId}.namespace-migration.io`;
}
