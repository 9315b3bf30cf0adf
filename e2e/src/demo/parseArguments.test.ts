/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseArguments, UsageError } from './parseArguments';

const parse = (
  args: string[],
  env: Record<string, string> = {},
  files: string[] = [],
) => parseArguments(args, env, file => files.includes(file));

describe('parseArguments', () => {
  it('runs on the local clusters 0 in the browser, on 8 without', () => {
    expect(parse([])).toMatchObject({
      once: false,
      instance: 0,
      namespace: 'webshop',
      databaseMiB: 300,
      websiteFiles: 20_000,
    });
    expect(parse(['--once', '--report', 'r.json'])).toMatchObject({
      once: true,
      report: 'r.json',
      instance: 8,
    });
  });

  it('takes the instance from the option, then from the environment', () => {
    const env = { NAMESPACE_MIGRATION_INSTANCE: '3' };
    expect(parse([], env)).toMatchObject({ instance: 3 });
    expect(parse(['--instance', '4'], env)).toMatchObject({ instance: 4 });
  });

  it('tells file and context apart, whatever has colons', () => {
    const files = ['/k/a:b', '/k/source'];
    expect(
      parse(
        [
          '--source-kubeconfig=/k/a:b',
          '--destination-kubeconfig=/k/source:arn:aws:eks:x/y',
        ],
        {},
        files,
      )!.kubeconfigs,
    ).toEqual({
      source: { file: '/k/a:b' },
      destination: { file: '/k/source', context: 'arn:aws:eks:x/y' },
    });
  });

  it('gives help', () => {
    expect(parse(['--help'])).toBeUndefined();
  });

  it.each([
    [['--once'], /--once needs --report/],
    [['--report', 'r'], /--report goes with --once/],
    [['--nonsense'], /--nonsense/],
    [['extra'], /extra/],
    [['--source-kubeconfig', '/k'], /--destination-kubeconfig is missing/],
    [['--destination-kubeconfig', '/k'], /--source-kubeconfig is missing/],
    [
      ['--source-kubeconfig', '/no:x', '--destination-kubeconfig', '/k'],
      /--source-kubeconfig: there is no file \/no;/,
    ],
    [['--mover-image', 'm'], /--mover-image goes with/],
    [['--namespace', 'other'], /--namespace goes with --once/],
    [
      ['--once', '--report', 'r', '--namespace', 'Not_Legal'],
      /--namespace is 'Not_Legal'/,
    ],
    [['--port', '70000'], /--port is '70000', but must be .* 1 to 65535/],
    [['--files', '-1'], /--files/],
    [['--database-size', '1e3'], /--database-size is '1e3'/],
    [['--instance', '255'], /--instance/],
  ])('refuses %j', (args, message) => {
    const attempt = () => parse(args, {}, ['/k']);
    expect(attempt).toThrow(UsageError);
    expect(attempt).toThrow(message);
  });
});
