/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { RowsSection } from './RowsSection';
import { ImagesProps } from './ImagesProps';

/** From which registry to which one. */
export const ImageRulesFields = ({ images, errors, onImages }: ImagesProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <RowsSection
      title={t('images.rules')}
      help={t('images.rulesHelp')}
      error={errors['images.rules']}
      rows={images.rules ?? []}
      add={t('images.addRule')}
      remove={number => t('images.removeRule', { number })}
      fresh={{ from: '', to: '' }}
      // none at all is the default, and not that nothing is copied
      onRows={rules => onImages({ rules: rules.length ? rules : undefined })}
    >
      {(rule, index, change) => {
        const number = String(index + 1);
        return (
          <Grid container spacing={2}>
            <Grid item xs={12} md={6}>
              <FormField
                id={`wizard-image-rule-${index}-from`}
                label={t('images.ruleFrom', { number })}
                value={rule.from}
                error={errors[`images.rules[${index}].from`]}
                onValue={from => change({ ...rule, from })}
              />
            </Grid>
            <Grid item xs={12} md={6}>
              <FormField
                id={`wizard-image-rule-${index}-to`}
                label={t('images.ruleTo', { number })}
                value={rule.to}
                error={errors[`images.rules[${index}].to`]}
                onValue={to => change({ ...rule, to })}
              />
            </Grid>
          </Grid>
        );
      }}
    </RowsSection>
  );
};
