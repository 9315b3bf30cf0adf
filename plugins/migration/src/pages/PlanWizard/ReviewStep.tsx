/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { InlineError } from '../../components/InlineError';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';
import { PlanDraft } from './planDraft';
import { ProblemList } from './ProblemList';
import { ReviewSummary } from './ReviewSummary';
import { SavedPlan } from './SavedPlan';
import { Problem, WizardStep } from './steps';

export interface ReviewStepProps {
  draft: PlanDraft;
  /** The plan as it was last saved. */
  plan?: Plan;
  /** The draft is what was saved. */
  unchanged: boolean;
  problems: Record<string, Problem>;
  saving: boolean;
  error?: Error;
  onSave(): void;
  onGo(step: WizardStep): void;
}

/** What was chosen; and once it is saved, what stands in its way and what it would do to each object. */
export const ReviewStep = (props: ReviewStepProps) => {
  const { draft, plan, unchanged, problems, saving, error } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  if (plan && unchanged && !saving) {
    return <SavedPlan plan={plan} onGo={props.onGo} />;
  }
  const incomplete = Object.keys(problems).length > 0;
  return (
    <>
      <Typography gutterBottom>{t('wizard.review.about')}</Typography>
      {plan && !unchanged && (
        <Typography gutterBottom>{t('wizard.review.changed')}</Typography>
      )}
      {error && (
        <InlineError
          message={`${t('wizard.review.refused')}: ${errorMessage(error)}`}
        />
      )}
      {incomplete && <ProblemList problems={problems} onGo={props.onGo} />}
      <ReviewSummary draft={draft} />
      <Box mt={3} aria-live="polite">
        <Button
          variant="contained"
          color="primary"
          disabled={incomplete || saving}
          onClick={props.onSave}
        >
          {saving ? t('wizard.review.saving') : t('wizard.review.save')}
        </Button>
        <Box mt={2} height={4}>
          {saving && <LinearProgress aria-label={t('wizard.review.saving')} />}
        </Box>
      </Box>
    </>
  );
};
