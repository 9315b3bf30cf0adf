/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import {
  Estimate,
  EstimateBasis,
  Plan,
} from '@namespace-migration/plugin-migration-common';
import { formatBytes } from '../../presentation/formatBytes';
import { formatSeconds } from '../../presentation/formatSeconds';
import { migrationTranslationRef } from '../../translation';

/** Where the estimated times come from, so that people know how far to believe them. */
export const EstimateNote = (props: { estimate: Estimate; plan: Plan }) => {
  const { copy, window, bytes, ofCapacity } = props.estimate;
  const { source, destination } = props.plan;
  const { t } = useTranslationRef(migrationTranslationRef);
  const values = ({
    bytesPerSecond,
    fixedSeconds,
    runs = 0,
  }: EstimateBasis) => ({
    rate: formatBytes(bytesPerSecond),
    fixed: formatSeconds(fixedSeconds),
    runs: String(runs),
    source,
    destination,
  });
  return (
    <Box mb={2}>
      <Typography variant="subtitle2" component="h3">
        {t('analytics.basis.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {copy.kind === 'measured'
          ? t('analytics.basis.copyMeasured', values(copy))
          : t('analytics.basis.copyDefault', values(copy))}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {window.kind === 'measured'
          ? t('analytics.basis.windowMeasured', values(window))
          : t('analytics.basis.windowDefault', values(window))}
      </Typography>
      {ofCapacity > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('analytics.basis.ofCapacity', {
            bytes: formatBytes(ofCapacity),
            all: formatBytes(bytes),
          })}
        </Typography>
      )}
    </Box>
  );
};
