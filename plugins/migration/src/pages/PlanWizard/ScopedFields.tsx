/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import { ClusterScopedAction } from '@namespace-migration/plugin-migration-common';
import { wizardMessages } from '../../messages/wizard';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { RowsSection } from './RowsSection';
import { StepProps } from './StepProps';

const actions = Object.keys(
  wizardMessages.objects.scopedActions,
) as ClusterScopedAction[];

/** What becomes of cluster-scoped objects that the namespaces need. */
export const ScopedFields = ({ draft, errors, onChange }: StepProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <RowsSection
      title={t('wizard.objects.clusterScoped')}
      help={t('wizard.objects.clusterScopedHelp')}
      error={errors['objects.clusterScoped']}
      rows={draft.objects.clusterScoped ?? []}
      add={t('wizard.objects.addScoped')}
      remove={number => t('wizard.objects.removeScoped', { number })}
      fresh={{ kind: '', name: '*', action: 'bring' }}
      onRows={clusterScoped =>
        onChange({ objects: { ...draft.objects, clusterScoped } })
      }
    >
      {(choice, index, change) => {
        const number = String(index + 1);
        return (
          <Grid container spacing={2}>
            <Grid item xs={12} md={4}>
              <FormField
                id={`wizard-scoped-${index}-kind`}
                label={t('wizard.objects.scopedKind', { number })}
                value={choice.kind}
                onValue={kind => change({ ...choice, kind })}
              />
            </Grid>
            <Grid item xs={12} md={4}>
              <FormField
                id={`wizard-scoped-${index}-name`}
                label={t('wizard.objects.scopedName', { number })}
                value={choice.name}
                onValue={name => change({ ...choice, name })}
              />
            </Grid>
            <Grid item xs={12} md={4}>
              <Choice
                id={`wizard-scoped-${index}-action`}
                label={t('wizard.objects.scopedAction', { number })}
                value={choice.action}
                options={actions.map(value => ({
                  value,
                  label: t(`wizard.objects.scopedActions.${value}`),
                }))}
                onValue={action =>
                  change({ ...choice, action: action as ClusterScopedAction })
                }
              />
            </Grid>
          </Grid>
        );
      }}
    </RowsSection>
  );
};
