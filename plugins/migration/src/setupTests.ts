/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// a page loads its parts on demand, which takes seconds on a machine that is busy
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

// React warns about what @material-ui/core v4 and the table of core-components do, with a stack of 60 lines in each
// test; nothing here can change that.
const notOurs = /findDOMNode is deprecated|Support for defaultProps will be/;
const { error } = console;
jest.spyOn(console, 'error').mockImplementation((...message: unknown[]) => {
  if (!notOurs.test(String(message[0]))) {
    error(...message);
  }
});
