/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { GeneralStep } from './GeneralStep';
import { HooksStep } from './HooksStep';
import { ImagesStep } from './ImagesStep';
import { NamespacesStep } from './NamespacesStep';
import { ObjectsStep } from './ObjectsStep';
import { ReviewStep, ReviewStepProps } from './ReviewStep';
import { StepProps } from './StepProps';
import { WizardStep } from './steps';
import { VolumesStep } from './VolumesStep';

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
    case 'volumes':
      return <VolumesStep {...rest} />;
    case 'images':
      return <ImagesStep {...rest} />;
    case 'objects':
      return <ObjectsStep {...rest} />;
    case 'hooks':
      return <HooksStep {...rest} />;
    default:
      return <ReviewStep {...rest} {...review} />;
  }
};
