/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  code: {
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1.5),
    maxHeight: 320,
    overflow: 'auto',
    fontSize: 12,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.default,
  },
}));

export interface CodeBlockProps {
  label: string;
  text: string;
}

/** Text to copy; scrolled by keyboard too. */
export const CodeBlock = ({ label, text }: CodeBlockProps) => (
  <pre
    className={useStyles().code}
    role="region"
    aria-label={label}
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
  >
    {text}
  </pre>
);
