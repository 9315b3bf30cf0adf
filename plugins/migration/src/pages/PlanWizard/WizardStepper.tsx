/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Step from '@material-ui/core/Step';
import StepButton from '@material-ui/core/StepButton';
import StepLabel from '@material-ui/core/StepLabel';
import Stepper from '@material-ui/core/Stepper';
import { makeStyles } from '@material-ui/core/styles';
import { migrationTranslationRef } from '../../translation';
import { WizardStep, wizardSteps } from './steps';

const useStyles = makeStyles(theme => ({
  stepper: {
    padding: theme.spacing(2, 0),
    background: 'transparent',
    overflowX: 'auto',
  },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
}));

export interface WizardStepperProps {
  step: WizardStep;
  /** Steps with a field that has an error. */
  wrong: Set<WizardStep>;
  onGo(step: WizardStep): void;
}

/** All steps; each can be gone to at any time. */
export const WizardStepper = ({ step, wrong, onGo }: WizardStepperProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const active = wizardSteps.indexOf(step);
  return (
    <nav aria-label={t('wizard.stepsLabel')}>
      <Stepper
        nonLinear
        alternativeLabel
        activeStep={active}
        className={classes.stepper}
      >
        {wizardSteps.map((name, index) => (
          <Step key={name} completed={index < active && !wrong.has(name)}>
            <StepButton
              onClick={() => onGo(name)}
              aria-current={name === step ? 'step' : undefined}
            >
              <StepLabel error={wrong.has(name)}>
                {t(`wizard.steps.${name}`)}{' '}
                {wrong.has(name) && (
                  <span className={classes.hidden}>
                    {t('wizard.hasErrors')}
                  </span>
                )}
              </StepLabel>
            </StepButton>
          </Step>
        ))}
      </Stepper>
    </nav>
  );
};
