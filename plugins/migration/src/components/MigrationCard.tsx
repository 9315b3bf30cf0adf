/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Migration, Plan } from '@namespace-migration/plugin-migration-common';
import { useNow } from '../hooks/useNow';
import { formatSeconds, secondsBetween } from '../presentation/formatSeconds';
import { formatTime } from '../presentation/formatTime';
import { migrationStatus } from '../presentation/migrationStatus';
import { proofOf } from '../presentation/proofOf';
import { migrationTranslationRef } from '../translation';
import { ConditionList } from './ConditionList';
import { MigrationDetails } from './MigrationDetails';
import { Person } from './Person';
import { ProofPanel } from './ProofPanel';
import { RollbackProof } from './RollbackProof';
import { StepBar } from './StepBar';
import { ToneStatus } from './ToneStatus';

export interface MigrationCardProps {
  migration: Migration;
  plan: Plan;
  /** Phases and volumes are shown from the start, after a good end too. */
  open?: boolean;
}

/** One migration, running or ended: steps, phases, volumes, what went wrong, what was proven. */
export const MigrationCard = ({
  migration,
  plan,
  open,
}: MigrationCardProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const running = !migration.endedAt;
  const now = useNow(running);
  const status = migrationStatus(migration, t);
  const proof = proofOf(migration);
  return (
    <InfoCard
      title={
        <Box display="flex" alignItems="center" gridGap={16}>
          {status.title}
          <Typography component="span" variant="subtitle1">
            <ToneStatus tone={status.tone}>{status.label}</ToneStatus>
          </Typography>
        </Box>
      }
      subheader={<Subheader migration={migration} now={now} />}
    >
      {migration.conditions.length > 0 && (
        <Box mb={3}>
          <ConditionList conditions={migration.conditions} />
        </Box>
      )}
      {proof && !running && (
        <ProofPanel proof={proof} destination={plan.destination} />
      )}
      {!running && (migration.rollback || migration.type === 'rollback') && (
        <RollbackProof migration={migration} source={plan.source} />
      )}
      <StepBar phases={migration.phases} now={now} />
      <MigrationDetails migration={migration} now={now} open={open} />
    </InfoCard>
  );
};

const Subheader = ({
  migration,
  now,
}: {
  migration: Migration;
  now: number;
}) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { createdBy, createdAt, startedAt, endedAt } = migration;
  const time = formatTime(startedAt ?? createdAt);
  const begin = createdBy
    ? t(startedAt ? 'run.startedBy' : 'run.queuedBy', {
        time,
        person: <Person subject={createdBy} />,
      })
    : t(startedAt ? 'run.started' : 'run.queued', { time });
  const seconds = secondsBetween(startedAt, endedAt, now);
  return (
    <>
      {seconds === undefined
        ? begin
        : t(endedAt ? 'run.took' : 'run.runningFor', {
            begin: <>{begin}</>,
            seconds: formatSeconds(seconds),
          })}
    </>
  );
};
