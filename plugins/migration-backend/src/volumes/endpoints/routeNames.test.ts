/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { routeNames } from './routeNames';

const name = 'nm-route-journal-0123abcd-01234567';
const label = (host?: string) => host!.split('.')[0];

describe('routeNames', () => {
  it('names a host in the domain after Route and namespace', () => {
    expect(
      routeNames({ name, namespace: 'shop', domain: 'apps.example.org' }),
    ).toEqual({ name, host: `${name}-shop.apps.example.org` });
  });

  it('shortens the host to 63 characters, and tells two namespaces apart', () => {
    const hosts = ['a', 'b'].map(last =>
      label(
        routeNames({ name, namespace: 'n'.repeat(62) + last, domain: 'd' })!
          .host,
      ),
    );
    expect(hosts.map(host => host.length)).toEqual([63, 63]);
    expect(hosts[0]).not.toBe(hosts[1]);
    expect(hosts[0]).toMatch(/^[a-z0-9][-a-z0-9]*[a-z0-9]$/);
  });

  it('leaves the host to the router when the domain is not known, and room for it in the name', () => {
    expect(routeNames({ name, namespace: 'shop' })).toEqual({ name });
    const namespace = 'n'.repeat(40);
    const short = routeNames({ name, namespace })!;
    expect(short.host).toBeUndefined();
    expect(`${short.name}-${namespace}`.length).toBeLessThanOrEqual(63);
    expect(routeNames({ name, namespace: 'n'.repeat(63) })).toBeUndefined();
  });
});
