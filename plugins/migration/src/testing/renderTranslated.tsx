/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import { PropsWithChildren, ReactElement } from 'react';

const Translated = ({ children }: PropsWithChildren<{}>) => (
  <TestApiProvider apis={[mockApis.translation(), mockApis.error()]}>
    {children}
  </TestApiProvider>
);

/** A component that needs nothing of an app but its texts. */
export function renderTranslated(element: ReactElement) {
  return render(element, { wrapper: Translated });
}
