/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createServer } from 'node:net';
import { run } from '../command';
import type { Instance } from '../instance';

interface Interface {
  ifname: string;
  addr_info?: Array<{ local: string }>;
}
interface Route {
  dst: string;
  dev: string;
}

/** The 24 bits that all addresses of an instance begin with, as in `10.200.0.`. */
const prefixOf = (instance: Instance): string =>
  instance.hostAddress.replace(/\d+$/, '');

/** What else on this machine has or reaches addresses of the instance's network; from `ip -json`. */
export function takenBy(
  instance: Instance,
  interfaces: Interface[],
  routes: Route[],
): string | undefined {
  const prefix = prefixOf(instance);
  const other = interfaces.find(
    ({ ifname, addr_info = [] }) =>
      ifname !== instance.bridge &&
      addr_info.some(({ local }) => local?.startsWith(prefix)),
  );
  if (other) {
    const address = other.addr_info!.find(({ local }) =>
      local.startsWith(prefix),
    )!.local;
    return `interface ${other.ifname} has the address ${address}`;
  }
  const route = routes.find(
    ({ dst, dev }) => dev !== instance.bridge && dst.startsWith(prefix),
  );
  return route && `a route to ${route.dst} leads to ${route.dev}`;
}

/** @throws when another network of this machine has the instance's addresses */
export async function refuseTakenAddresses(instance: Instance): Promise<void> {
  const taken = takenBy(
    instance,
    JSON.parse((await run('ip', ['-json', '-4', 'address'])) || '[]'),
    JSON.parse((await run('ip', ['-json', '-4', 'route'])) || '[]'),
  );
  if (taken) {
    throw new Error(
      `The network ${prefixOf(
        instance,
      )}0/24 is in use: ${taken}. Take that away, or run beside it with --instance ${
        instance.index + 1
      }`,
    );
  }
}

/** Asked before a daemon is started: its own message would be at the end of a log. @throws when something listens there */
export async function refuseTakenPort(
  host: string,
  port: number,
  what: string,
): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(
        `${what} needs ${host}:${port}, where another process listens (ss -ltnp 'sport = :${port}' names it). End it, or leave this part out with --without`,
      );
    }
    throw error;
  } finally {
    await new Promise<void>(resolve => {
      server.close(() => resolve());
    });
  }
}
