/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Grid from '@material-ui/core/Grid';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { PlanType } from '@namespace-migration/plugin-migration-common';
import { InlineError } from '../../components/InlineError';
import { wizardMessages } from '../../messages/wizard';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { changeDestination, changeSource, changeType } from './draftChanges';
import { StepProps } from './StepProps';
import { useRepositories } from './useRepositories';

const types = Object.keys(wizardMessages.general.types) as PlanType[];

/** Name, type, clusters, entity. */
export const GeneralStep = (props: StepProps) => {
  const { draft, clusters, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const repositories = useRepositories();
  const type = draft.type ?? 'full';
  const clusterOptions = clusters.map(({ name, title, status }) => ({
    value: name,
    label: status.connected
      ? title || name
      : t('wizard.general.notConnected', { name: title || name }),
  }));
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <FormControl component="fieldset" error={Boolean(errors.type)}>
          <FormLabel component="legend">{t('wizard.general.type')}</FormLabel>
          <RadioGroup
            name="plan-type"
            value={type}
            onChange={event =>
              onChange(changeType(draft, event.target.value as PlanType))
            }
          >
            {types.map(name => (
              <FormControlLabel
                key={name}
                value={name}
                control={<Radio color="primary" />}
                label={t(`wizard.general.types.${name}`)}
              />
            ))}
          </RadioGroup>
          <FormHelperText>
            {errors.type ?? t(`wizard.general.typeHelp.${type}`)}
          </FormHelperText>
        </FormControl>
      </Grid>
      <Grid item xs={12} md={6}>
        <Choice
          id="plan-source"
          label={t('wizard.general.source')}
          none={t('wizard.general.choose')}
          value={draft.source}
          options={clusterOptions}
          error={errors.source}
          onValue={source => onChange(changeSource(draft, source))}
        />
      </Grid>
      <Grid item xs={12} md={6}>
        <Choice
          id="plan-destination"
          label={t('wizard.general.destination')}
          none={t('wizard.general.choose')}
          value={draft.destination}
          options={clusterOptions}
          error={errors.destination}
          disabled={type === 'storageConversion'}
          help={
            type === 'storageConversion'
              ? t('wizard.general.sameCluster')
              : undefined
          }
          onValue={destination =>
            onChange(changeDestination(draft, destination))
          }
        />
      </Grid>
      <Grid item xs={12} md={6}>
        <FormField
          id="plan-name"
          label={t('wizard.general.name')}
          value={draft.name}
          help={t('wizard.general.nameHelp')}
          error={errors.name}
          InputLabelProps={{ shrink: true }}
          onValue={name => onChange({ name })}
        />
      </Grid>
      <Grid item xs={12} md={6}>
        <FormField
          id="plan-entity"
          label={t('wizard.general.entity')}
          value={draft.entityRef}
          help={t('wizard.general.entityHelp')}
          error={errors.entityRef}
          InputLabelProps={{ shrink: true }}
          onValue={entityRef => onChange({ entityRef: entityRef.trim() })}
        />
      </Grid>
      <Grid item xs={12} md={6}>
        <Choice
          id="plan-repository"
          label={t('wizard.general.repository')}
          none={t('wizard.general.repositoryNone')}
          value={draft.repository}
          options={(repositories.value ?? []).map(({ name, title }) => ({
            value: name,
            label: title || name,
          }))}
          help={t('wizard.general.repositoryHelp')}
          error={errors.repository}
          onValue={repository => onChange({ repository })}
        />
        {repositories.error && (
          <InlineError
            message={t('wizard.general.repositoriesFailed', {
              error: errorMessage(repositories.error),
            })}
          />
        )}
      </Grid>
      <Grid item xs={12} md={6}>
        <FormField
          id="plan-description"
          label={t('wizard.general.description')}
          value={draft.description}
          error={errors.description}
          multiline
          maxRows={6}
          InputLabelProps={{ shrink: true }}
          onValue={description => onChange({ description })}
        />
      </Grid>
    </Grid>
  );
};
