/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import ErrorOutline from '@material-ui/icons/ErrorOutline';

/** One line that says what went wrong, where it went wrong. */
export const InlineError = ({ message }: { message: string }) => (
  <Box display="flex" mt={1} mb={1} role="alert" gridGap={8}>
    <ErrorOutline color="error" fontSize="small" />
    <Typography variant="body2" color="error">
      {message}
    </Typography>
  </Box>
);
