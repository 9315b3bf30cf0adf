/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { migrationTranslationRef } from '../../translation';
import { Problem, stepOfField, WizardStep } from './steps';

export interface ProblemListProps {
  /** By the path of the field. */
  problems: Record<string, Problem>;
  onGo(step: WizardStep): void;
}

/** What is to be done before the plan can be saved, each with the way to its step. */
export const ProblemList = ({ problems, onGo }: ProblemListProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <Box mb={2}>
      <Typography variant="h6" component="h3">
        {t('wizard.review.problems')}
      </Typography>
      <ul>
        {Object.entries(problems).map(([field, problem]) => {
          const step = stepOfField(field);
          return (
            <li key={field}>
              {t(`wizard.problems.${problem}`)}{' '}
              <Button size="small" color="primary" onClick={() => onGo(step)}>
                {t('wizard.toStep', { step: t(`wizard.steps.${step}`) })}
              </Button>
            </li>
          );
        })}
      </ul>
    </Box>
  );
};
