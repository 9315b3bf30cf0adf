/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { StepBar } from '../../components/StepBar';
import { ToneStatus } from '../../components/ToneStatus';
import { useNow } from '../../hooks/useNow';
import { migrationStatus } from '../../presentation/migrationStatus';
import { migrationTranslationRef } from '../../translation';

export interface LastMigrationProps {
  migration: Migration;
  /** To its page. */
  link: string;
}

/** The steps of the newest migration, and the way to the rest. */
export const LastMigration = ({ migration, link }: LastMigrationProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const now = useNow(!migration.endedAt);
  const { title, label, tone } = migrationStatus(migration, t);
  return (
    <InfoCard
      title={
        <Box display="flex" alignItems="center" gridGap={16}>
          {title}
          <Box fontSize="1rem">
            <ToneStatus tone={tone}>{label}</ToneStatus>
          </Box>
        </Box>
      }
    >
      <StepBar phases={migration.phases} now={now} />
      <Link to={link}>{t('migration.open')}</Link>
    </InfoCard>
  );
};
