/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import Box from '@material-ui/core/Box';

/** As high as a step, so that the page does not jump. */
export const WizardLoading = () => (
  <Box minHeight={480}>
    <Progress />
  </Box>
);
