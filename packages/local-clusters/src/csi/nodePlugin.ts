/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream';
import {
  loadPackageDefinition,
  sendUnaryData,
  Server,
  ServerCredentials,
  ServerUnaryCall,
  status,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { run } from '../command';
import { readMounts } from '../mounts';
import { AuthorityFilter } from './AuthorityFilter';
import { BtrfsPool } from './BtrfsPool';
import { csiDriverName } from './driverName';

type Answer = (request: any) => Promise<object>;

/** A method of a service; what it throws becomes the call's error. */
function unary(answer: Answer) {
  return (call: ServerUnaryCall<any, any>, callback: sendUnaryData<any>) => {
    answer(call.request).then(
      result => callback(null, result),
      error =>
        callback({ code: status.INTERNAL, details: (error as Error).message }),
    );
  };
}

const load = (file: string) =>
  loadPackageDefinition(
    loadSync(join(__dirname, file), { keepCase: true, defaults: true }),
  ) as any;

/** The kubelet's side of the driver: registers at its plugin watcher, and binds volumes to where pods want them. */
export async function serveNodePlugin(
  kubeletDir: string,
  nodeName: string,
  pool: BtrfsPool,
): Promise<void> {
  // a socket's path has room for 107 characters, and the state directory is long already
  const socket = join(kubeletDir, 'plugins/btrfs/csi.sock');
  const registration = join(kubeletDir, 'plugins_registry/btrfs.sock');
  const csi = load('csi.proto').csi.v1;
  const node = new Server();
  node.addService(csi.Identity.service, {
    GetPluginInfo: unary(async () => ({
      name: csiDriverName,
      vendor_version: '1',
    })),
    Probe: unary(async () => ({})),
  });
  node.addService(csi.Node.service, {
    NodeGetCapabilities: unary(async () => ({})),
    NodeGetInfo: unary(async () => ({ node_id: nodeName })),
    NodePublishVolume: unary(async request => {
      const { volume_id: volume, target_path: target, readonly } = request;
      if (!readMounts().includes(target)) {
        mkdirSync(target, { recursive: true });
        await run('mount', ['--bind', pool.pathOf(volume), target]);
        if (readonly) {
          await run('mount', ['-o', 'remount,bind,ro', target]);
        }
      }
      return {};
    }),
    NodeUnpublishVolume: unary(async ({ target_path: target }) => {
      if (readMounts().includes(target)) {
        await run('umount', [target]);
      }
      rmSync(target, { recursive: true, force: true });
      return {};
    }),
  });
  await listen(node, socket);
  const registrar = new Server();
  registrar.addService(
    load('registration.proto').pluginregistration.Registration.service,
    {
      GetInfo: unary(async () => ({
        type: 'CSIPlugin',
        name: csiDriverName,
        endpoint: socket,
        supported_versions: ['1.0.0'],
      })),
      NotifyRegistrationStatus: unary(async ({ plugin_registered, error }) => {
        process.stderr.write(
          plugin_registered ? 'Registered\n' : `Not registered: ${error}\n`,
        );
        return {};
      }),
    },
  );
  await listen(registrar, registration);
}

/** The server behind a filter: see there what a kubelet sends that Node does not take. */
async function listen(grpc: Server, socket: string): Promise<void> {
  mkdirSync(dirname(socket), { recursive: true });
  const inner = join(dirname(socket), `.${basename(socket)}`);
  rmSync(socket, { force: true });
  rmSync(inner, { force: true });
  await new Promise<void>((resolve, reject) =>
    grpc.bindAsync(
      `unix://${inner}`,
      ServerCredentials.createInsecure(),
      error => (error ? reject(error) : resolve()),
    ),
  );
  const filtered = createServer(kubelet => {
    const server = connect(inner);
    // either end's end is the other's, whatever ended it
    pipeline(kubelet, new AuthorityFilter(), server, () => kubelet.destroy());
    pipeline(server, kubelet, () => server.destroy());
  });
  await new Promise<void>(resolve => filtered.listen(socket, resolve));
}
