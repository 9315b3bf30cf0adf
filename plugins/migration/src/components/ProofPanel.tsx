/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/Error';
import VerifiedUser from '@material-ui/icons/VerifiedUser';
import { formatBytes } from '../presentation/formatBytes';
import { formatCount } from '../presentation/formatCount';
import { formatSeconds } from '../presentation/formatSeconds';
import { Proof } from '../presentation/proofOf';
import { migrationTranslationRef } from '../translation';
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
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const { objects } = proof;
  return (
    <section className={classes.panel} aria-label={t('proof.title')}>
      <Box display="flex" alignItems="center" gridGap={8} mb={2}>
        {proof.holds ? (
          <VerifiedUser className={classes.holds} />
        ) : (
          <ErrorIcon className={classes.fails} />
        )}
        <Typography variant="subtitle1">
          {proof.holds ? t('proof.holds', { destination }) : t('proof.fails')}
        </Typography>
      </Box>
      <div className={classes.figures}>
        <Figure label={t('proof.files')} value={formatCount(proof.files)} />
        <Figure label={t('proof.data')} value={formatBytes(proof.bytes)} />
        {proof.bytesReadBefore > 0 && (
          <Figure
            label={t('proof.readBefore')}
            value={formatBytes(proof.bytesReadBefore)}
          />
        )}
        <Figure
          label={t('proof.differences')}
          value={formatCount(proof.differences)}
          bad={proof.differences > 0}
        />
        {objects && (
          <>
            <Figure
              label={t('proof.objectsPresent')}
              value={t('proof.ofExpected', {
                present: formatCount(objects.present),
                expected: formatCount(objects.expected),
              })}
              bad={objects.present !== objects.expected}
            />
            <Figure
              label={t('proof.objectsDifferent')}
              value={formatCount(objects.different)}
              bad={objects.different > 0}
            />
          </>
        )}
        {proof.downtimeSeconds !== undefined && (
          <Figure
            label={t('proof.downtime')}
            value={formatSeconds(proof.downtimeSeconds)}
          />
        )}
        {proof.writersGoneFirst !== undefined && (
          <Figure
            label={t('proof.lastPass')}
            value={
              proof.writersGoneFirst
                ? t('proof.afterWriters')
                : t('proof.beforeWriters')
            }
            bad={!proof.writersGoneFirst}
          />
        )}
      </div>
    </section>
  );
};
