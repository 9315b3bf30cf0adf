/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { TransformDraft } from './planDraft';
import { RowsSection } from './RowsSection';
import { StepProps } from './StepProps';

type Target = TransformDraft['target'];

/** JSON Patches of objects on their way. */
export const TransformsFields = ({ draft, errors, onChange }: StepProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <RowsSection<TransformDraft>
      title={t('wizard.objects.transforms')}
      help={t('wizard.objects.transformsHelp')}
      error={errors.transforms}
      rows={draft.transforms}
      add={t('wizard.objects.addTransform')}
      remove={number => t('wizard.objects.removeTransform', { number })}
      fresh={{ name: '', target: { kind: '' }, patch: '' }}
      onRows={transforms => onChange({ transforms })}
    >
      {(transform, index, change) => {
        const number = String(index + 1);
        const error = (name: string) => errors[`transforms[${index}].${name}`];
        const field = (name: keyof Target, label: string) => (
          <Grid item xs={12} md={3}>
            <FormField
              id={`wizard-transform-${index}-${name}`}
              label={label}
              value={transform.target[name] ?? ''}
              error={error(`target.${name}`)}
              InputLabelProps={{ shrink: true }}
              onValue={value =>
                change({
                  ...transform,
                  target: { ...transform.target, [name]: value },
                })
              }
            />
          </Grid>
        );
        return (
          <Grid container spacing={2}>
            <Grid item xs={12}>
              <FormField
                id={`wizard-transform-${index}-title`}
                label={t('wizard.objects.transformName', { number })}
                value={transform.name}
                error={error('name')}
                onValue={name => change({ ...transform, name })}
              />
            </Grid>
            {field('kind', t('wizard.objects.transformKind', { number }))}
            {field('namespace', t('wizard.objects.transformNamespace'))}
            {field('name', t('wizard.objects.transformObject'))}
            {field('labelSelector', t('wizard.objects.transformSelector'))}
            <Grid item xs={12}>
              <FormField
                id={`wizard-transform-${index}-patch`}
                label={t('wizard.objects.patch', { number })}
                code
                value={transform.patch}
                error={error('patch') ?? errors[`transforms[${index}]`]}
                onValue={patch => change({ ...transform, patch })}
              />
            </Grid>
          </Grid>
        );
      }}
    </RowsSection>
  );
};
