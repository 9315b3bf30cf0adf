/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { RowsSection } from './RowsSection';
import { StepProps } from './StepProps';

/** How hosts of Ingresses and Routes are rewritten. */
export const HostsFields = ({ draft, errors, onChange }: StepProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <RowsSection
      title={t('wizard.objects.hosts')}
      help={t('wizard.objects.hostsHelp')}
      rows={draft.objects.hosts ?? []}
      add={t('wizard.objects.addHost')}
      remove={number => t('wizard.objects.removeHost', { number })}
      fresh={{ from: '', to: '' }}
      onRows={hosts => onChange({ objects: { ...draft.objects, hosts } })}
    >
      {(host, index, change) => {
        const number = String(index + 1);
        return (
          <Grid container spacing={2}>
            <Grid item xs={12} md={6}>
              <FormField
                id={`wizard-host-${index}-from`}
                label={t('wizard.objects.hostFrom', { number })}
                value={host.from}
                error={errors[`objects.hosts[${index}].from`]}
                onValue={from => change({ ...host, from })}
              />
            </Grid>
            <Grid item xs={12} md={6}>
              <FormField
                id={`wizard-host-${index}-to`}
                label={t('wizard.objects.hostTo', { number })}
                value={host.to}
                error={errors[`objects.hosts[${index}].to`]}
                onValue={to => change({ ...host, to })}
              />
            </Grid>
          </Grid>
        );
      }}
    </RowsSection>
  );
};
