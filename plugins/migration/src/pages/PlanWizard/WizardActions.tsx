/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { planRouteRef, rootRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { WizardStep, wizardSteps } from './steps';

export interface WizardActionsProps {
  step: WizardStep;
  plan?: Plan;
  /** The plan is what the form holds. */
  saved: boolean;
  saving: boolean;
  onGo(step: WizardStep): void;
}

/** The way back, on, and out. */
export const WizardActions = (props: WizardActionsProps) => {
  const { step, plan, saved, saving, onGo } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const planLink = useRouteRef(planRouteRef);
  const plans = `${useRouteRef(rootRouteRef)()}/plans`;
  const at = wizardSteps.indexOf(step);
  const [back, next] = [wizardSteps[at - 1], wizardSteps[at + 1]];
  return (
    <Box display="flex" justifyContent="flex-end" gridGap={16} mt={2}>
      {!(saved && step === 'review') && (
        <LinkButton to={plans} variant="text" disabled={saving}>
          {t('wizard.later')}
        </LinkButton>
      )}
      {back && (
        <Button variant="outlined" disabled={saving} onClick={() => onGo(back)}>
          {t('wizard.back')}
        </Button>
      )}
      {next && (
        <Button variant="contained" color="primary" onClick={() => onGo(next)}>
          {next === 'review' ? t('wizard.saveAndReview') : t('wizard.next')}
        </Button>
      )}
      {step === 'review' && plan && saved && (
        <LinkButton
          to={planLink({ planId: plan.id })}
          variant="contained"
          color="primary"
        >
          {t('wizard.review.done')}
        </LinkButton>
      )}
    </Box>
  );
};
