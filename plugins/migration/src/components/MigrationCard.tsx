/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Migration, Plan } from '@namespace-migration/plugin-migration-common';
import { useNow } from '../hooks/useNow';
import { formatSeconds, secondsBetween } from '../presentation/formatSeconds';
import { formatTime } from '../presentation/formatTime';
import { migrationStatus } from '../presentation/migrationStatus';
import { proofOf } from '../presentation/proofOf';
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
  const running = !migration.endedAt;
  const now = useNow(running);
  const status = migrationStatus(migration);
  const proof = proofOf(migration);
  const seconds = secondsBetween(migration.startedAt, migration.endedAt, now);
  return (
    <InfoCard
      title={
        <Box display="flex" alignItems="center" gridGap={16}>
          {status.title}
          <Typography component="span" variant="subtitle1">
            <ToneStatus tone={status.tone}>{migration.state}</ToneStatus>
          </Typography>
        </Box>
      }
      subheader={
        <>
          {migration.startedAt
            ? `Started ${formatTime(migration.startedAt)}`
            : `Queued ${formatTime(migration.createdAt)}`}
          {migration.createdBy && (
            <>
              {' by\u00a0'}
              <Person subject={migration.createdBy} />
            </>
          )}
          {seconds !== undefined &&
            `, ${running ? 'running for' : 'took'} ${formatSeconds(seconds)}`}
        </>
      }
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
