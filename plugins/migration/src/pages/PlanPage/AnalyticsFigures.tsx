/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import { Estimate } from '@namespace-migration/plugin-migration-common';
import { Figure } from '../../components/Figure';
import { AnalyticsTotals } from '../../presentation/analyticsTotals';
import { formatBytes } from '../../presentation/formatBytes';
import { formatCount } from '../../presentation/formatCount';
import { formatSeconds } from '../../presentation/formatSeconds';
import { migrationTranslationRef } from '../../translation';

/** The plan in numbers. */
export const AnalyticsFigures = (props: {
  totals: AnalyticsTotals;
  estimate?: Estimate;
}) => {
  const { totals, estimate } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <Box display="flex" flexWrap="wrap" gridGap={32} mb={2}>
      <Figure
        label={t('analytics.figures.objects')}
        value={formatCount(totals.objects)}
      />
      {totals.incompatibleObjects > 0 && (
        <Figure
          bad
          label={t('analytics.figures.incompatible')}
          value={formatCount(totals.incompatibleObjects)}
        />
      )}
      <Figure
        label={t('analytics.figures.images')}
        value={formatCount(totals.images)}
      />
      <Figure
        label={t('analytics.figures.claims')}
        value={formatCount(totals.claims)}
      />
      {totals.claims > 0 && (
        <>
          <Figure
            label={t('analytics.figures.requested')}
            value={formatBytes(totals.requestedBytes)}
          />
          <Figure
            label={t('analytics.figures.capacity')}
            value={formatBytes(totals.capacityBytes)}
          />
          <Figure
            label={
              totals.usedUnknown > 0 && totals.usedBytes !== undefined
                ? t('analytics.figures.usedKnown')
                : t('analytics.figures.used')
            }
            value={
              totals.usedBytes === undefined
                ? t('analytics.figures.unknown')
                : formatBytes(totals.usedBytes)
            }
          />
        </>
      )}
      {estimate && (
        <>
          <Figure
            label={t('analytics.figures.copy')}
            value={formatSeconds(estimate.copySeconds)}
          />
          <Figure
            label={t('analytics.figures.window')}
            value={formatSeconds(estimate.windowSeconds)}
          />
        </>
      )}
    </Box>
  );
};
