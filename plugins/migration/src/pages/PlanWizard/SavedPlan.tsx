/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Condition, Plan } from '@namespace-migration/plugin-migration-common';
import { PlannedVolumesTable } from '../../components/PlannedVolumesTable';
import { migrationTranslationRef } from '../../translation';
import { ChecksCard } from '../PlanPage/ChecksCard';
import { ConditionsCard } from '../PlanPage/ConditionsCard';
import { PreviewCard } from '../PlanPage/PreviewCard';
import { stepOfField, WizardStep } from './steps';

export interface SavedPlanProps {
  plan: Plan;
  onGo(step: WizardStep): void;
}

/** What was found when the plan was saved, with the way to the step of what can be mended there. */
export const SavedPlan = ({ plan, onGo }: SavedPlanProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const wayTo = ({ field }: Condition) => {
    const step = field && stepOfField(field);
    return step ? (
      <Button size="small" color="primary" onClick={() => onGo(step)}>
        {t('wizard.toStep', { step: t(`wizard.steps.${step}`) })}
      </Button>
    ) : null;
  };
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <Typography role="status">
          {t('wizard.review.saved', { name: plan.name })}
        </Typography>
      </Grid>
      <Grid item xs={12}>
        <ConditionsCard conditions={plan.conditions} action={wayTo} />
      </Grid>
      <Grid item xs={12}>
        <ChecksCard plan={plan} />
      </Grid>
      <Grid item xs={12}>
        <PlannedVolumesTable plan={plan} />
      </Grid>
      {(plan.type ?? 'full') === 'full' && (
        <Grid item xs={12}>
          <PreviewCard planId={plan.id} />
        </Grid>
      )}
    </Grid>
  );
};
