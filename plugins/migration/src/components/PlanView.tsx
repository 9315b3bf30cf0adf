/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import { useState } from 'react';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import { useMigrations } from '../hooks/useMigrations';
import { usePlan } from '../hooks/usePlan';
import { errorMessage } from '../presentation/errorMessage';
import { migrationTranslationRef } from '../translation';
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
  const { t } = useTranslationRef(migrationTranslationRef);
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
        title={t('entity.planLoadFailed')}
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
            message={t('entity.outdated', { error: errorMessage(error) })}
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
          <InfoCard title={t('entity.conditions')}>
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
