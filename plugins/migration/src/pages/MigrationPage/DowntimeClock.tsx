/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { useNow } from '../../hooks/useNow';
import { downtimeOf } from '../../presentation/downtimeOf';
import { formatSeconds } from '../../presentation/formatSeconds';
import { migrationTranslationRef } from '../../translation';

/** How long nobody could use the application, running while it is stopped. */
export const DowntimeClock = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const now = useNow(!migration.endedAt);
  const { seconds, running } = downtimeOf(migration, now);
  if (seconds === undefined && migration.endedAt) {
    return null;
  }
  return (
    <Paper component="section" aria-label={t('migration.downtime.label')}>
      <Box p={2} display="flex" alignItems="baseline" gridGap={16}>
        {seconds === undefined ? (
          <Typography>{t('migration.downtime.notYet')}</Typography>
        ) : (
          <>
            <Typography>
              {running
                ? t('migration.downtime.stopped')
                : t('migration.downtime.was')}
            </Typography>
            <Typography
              variant="h4"
              component="span"
              color={running ? 'error' : 'textPrimary'}
              role="timer"
            >
              {formatSeconds(running ? Math.floor(seconds) : seconds)}
            </Typography>
          </>
        )}
      </Box>
    </Paper>
  );
};
