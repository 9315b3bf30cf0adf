/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/Error';
import VerifiedUser from '@material-ui/icons/VerifiedUser';
import { formatBytes } from '../presentation/formatBytes';
import { formatCount } from '../presentation/formatCount';
import { formatSeconds } from '../presentation/formatSeconds';
import { Proof } from '../presentation/proofOf';
import { Figure } from './Figure';

const useStyles = makeStyles(theme => ({
  panel: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(2),
    marginBottom: theme.spacing(3),
  },
  holds: { color: theme.palette.success.main },
  fails: { color: theme.palette.error.main },
  figures: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2, 5) },
}));

export interface ProofPanelProps {
  proof: Proof;
  destination: string;
}

/** What the comparison of both sides found. */
export const ProofPanel = ({ proof, destination }: ProofPanelProps) => {
  const classes = useStyles();
  const { objects } = proof;
  return (
    <section className={classes.panel} aria-label="Proof">
      <Box display="flex" alignItems="center" gridGap={8} mb={2}>
        {proof.holds ? (
          <VerifiedUser className={classes.holds} />
        ) : (
          <ErrorIcon className={classes.fails} />
        )}
        <Typography variant="subtitle1">
          {proof.holds
            ? `Nothing was lost: both sides were compared and ${destination} has everything`
            : 'Both sides were compared and are not the same'}
        </Typography>
      </Box>
      <div className={classes.figures}>
        <Figure label="Files compared" value={formatCount(proof.files)} />
        <Figure label="Data compared" value={formatBytes(proof.bytes)} />
        {proof.bytesReadBefore > 0 && (
          <Figure
            label="Unchanged since read before"
            value={formatBytes(proof.bytesReadBefore)}
          />
        )}
        <Figure
          label="Differences"
          value={formatCount(proof.differences)}
          bad={proof.differences > 0}
        />
        {objects && (
          <>
            <Figure
              label="Objects present"
              value={`${formatCount(objects.present)} of ${formatCount(
                objects.expected,
              )}`}
              bad={objects.present !== objects.expected}
            />
            <Figure
              label="Objects different"
              value={formatCount(objects.different)}
              bad={objects.different > 0}
            />
          </>
        )}
        {proof.downtimeSeconds !== undefined && (
          <Figure
            label="Application stopped for"
            value={formatSeconds(proof.downtimeSeconds)}
          />
        )}
        {proof.writersGoneFirst !== undefined && (
          <Figure
            label="Last pass began"
            value={
              proof.writersGoneFirst
                ? 'after the last writer'
                : 'before the last writer ended'
            }
            bad={!proof.writersGoneFirst}
          />
        )}
      </div>
    </section>
  );
};
