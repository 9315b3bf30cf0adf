/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { down } from '../down';
import { up } from '../up';

describe('without root', () => {
  beforeEach(() => {
    jest.spyOn(process, 'getuid').mockReturnValue(1000);
  });
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['up', up],
    ['down', down],
  ])(
    '%s says why it cannot, and what to do instead',
    async (_name, command) => {
      await expect(
        command({ instance: 254, stateDir: '/tmp/never/made' }),
      ).rejects.toThrow(
        /^Local clusters cannot run here: this (user is not root|machine does not run Debian)\. .*give kubeconfigs/,
      );
    },
  );
});
