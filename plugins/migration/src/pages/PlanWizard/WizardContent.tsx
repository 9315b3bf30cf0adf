/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { GeneralStep } from './GeneralStep';
import { NamespacesStep } from './NamespacesStep';
import { ReviewStep, ReviewStepProps } from './ReviewStep';
import { StepProps } from './StepProps';
import { WizardStep } from './steps';

export interface WizardContentProps extends StepProps {
  step: WizardStep;
  review: Omit<ReviewStepProps, 'draft' | 'plan'>;
}

/** The fields of one step. */
export const WizardContent = (props: WizardContentProps) => {
  const { step, review, ...rest } = props;
  switch (step) {
    case 'general':
      return <GeneralStep {...rest} />;
    case 'namespaces':
      return <NamespacesStep {...rest} />;
    case 'review':
      return <ReviewStep {...rest} {...review} />;
    default:
      return null;
  }
};
