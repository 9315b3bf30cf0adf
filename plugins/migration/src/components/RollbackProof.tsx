/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { formatCount } from '../presentation/formatCount';
import { migrationTranslationRef } from '../translation';
import { Figure } from './Figure';

export interface RollbackProofProps {
  migration: Migration;
  source: string;
}

/** What a rollback found when it compared the source with its record, and what was left behind. */
export const RollbackProof = ({ migration, source }: RollbackProofProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { rollback, leftovers } = migration;
  return (
    <Box mb={3}>
      <Box display="flex" gridGap={40} flexWrap="wrap">
        {rollback && (
          <Figure
            label={t('proof.sourceDifferences', { source })}
            value={formatCount(rollback.sourceDifferences)}
            bad={rollback.sourceDifferences > 0}
          />
        )}
        {leftovers !== undefined && (
          <Figure
            label={t('proof.leftovers')}
            value={formatCount(leftovers)}
            bad={leftovers > 0}
          />
        )}
      </Box>
      {rollback?.details?.map(detail => (
        <Typography key={detail} variant="body2" color="error">
          {detail}
        </Typography>
      ))}
    </Box>
  );
};
