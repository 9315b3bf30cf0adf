/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import Grid from '@material-ui/core/Grid';
import { useState } from 'react';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import { useMigrations } from '../hooks/useMigrations';
import { usePlan } from '../hooks/usePlan';
import { errorMessage } from '../presentation/errorMessage';
import { ConditionList } from './ConditionList';
import { InlineError } from './InlineError';
import { LoadError } from './LoadError';
import { MigrationCard } from './MigrationCard';
import { MigrationHistory } from './MigrationHistory';
import { PlanCard } from './PlanCard';
import { PlannedVolumesTable } from './PlannedVolumesTable';

export interface PlanViewProps {
  planId: string;
  entityName: string;
  mine: EntityNamespaces;
  onDeleted(): void;
}

/** A plan from its state down to its history. */
export const PlanView = (props: PlanViewProps) => {
  const { value: plan, error, reload } = usePlan(props.planId);
  const history = useMigrations(
    props.planId,
    plan?.lastMigration,
    plan?.lastProbe,
  );
  const [selected, setSelected] = useState<string>();

  if (!plan) {
    return error ? (
      <LoadError
        title="The plan could not be loaded"
        error={error}
        onRetry={reload}
      />
    ) : (
      <Progress />
    );
  }
  const last = plan.lastMigration;
  const probing = plan.lastProbe && !plan.lastProbe.endedAt;
  const running = probing || (last && !last.endedAt);
  const older = running
    ? undefined
    : history.value?.find(({ id }) => id === selected && id !== last?.id);
  const shown = older ?? (probing ? plan.lastProbe : last);
  return (
    <Grid container spacing={3}>
      {error && (
        <Grid item xs={12}>
          <InlineError
            message={`What you see is not up to date: ${errorMessage(
              error,
            )}. It is tried again every few seconds.`}
          />
        </Grid>
      )}
      <Grid item xs={12}>
        <PlanCard
          plan={plan}
          entityName={props.entityName}
          mine={props.mine}
          onChanged={reload}
          onDeleted={props.onDeleted}
        />
      </Grid>
      {plan.conditions.length > 0 && (
        <Grid item xs={12}>
          <InfoCard title="Conditions">
            <ConditionList conditions={plan.conditions} />
          </InfoCard>
        </Grid>
      )}
      {shown && (
        <Grid item xs={12}>
          <MigrationCard key={shown.id} migration={shown} plan={plan} />
        </Grid>
      )}
      <Grid item xs={12}>
        <PlannedVolumesTable plan={plan} />
      </Grid>
      {(last || plan.lastProbe) && (
        <Grid item xs={12}>
          <MigrationHistory
            history={history}
            shownId={shown?.id}
            onSelect={setSelected}
          />
        </Grid>
      )}
    </Grid>
  );
};
