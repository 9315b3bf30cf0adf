/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { Repository } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { migrationTranslationRef } from '../../translation';
import { ChoiceField } from '../registry/ChoiceField';
import { FormDialog } from '../registry/FormDialog';
import { FormField } from '../registry/FormField';
import { LocationField } from './LocationField';
import {
  fieldsOf,
  isComplete,
  repositoryFields,
  repositoryInputOf,
  repositoryValuesOf,
} from './repositoryForm';

export interface RepositoryDialogProps {
  /** The repository to change; a new one without. */
  repository?: Repository;
  onClose(): void;
  onSaved(): void;
}

/** Registers or changes a repository. The server tests it before it keeps it. */
export const RepositoryDialog = (props: RepositoryDialogProps) => {
  const { repository } = props;
  const api = useApi(migrationApiRef);
  const { t } = useTranslationRef(migrationTranslationRef);
  const [values, setValues] = useState(() => repositoryValuesOf(repository));
  const save = async () => {
    const input = repositoryInputOf(values);
    await (repository
      ? api.updateRepository(repository.name, input)
      : api.registerRepository(input));
  };
  const { provider } = values;
  return (
    <FormDialog
      title={
        repository
          ? t('repositories.form.editTitle', { name: repository.name })
          : t('repositories.form.registerTitle')
      }
      intro={t('repositories.form.intro')}
      submit={repository ? t('registry.save') : t('repositories.form.submit')}
      submitting={t('registry.saving')}
      fields={repositoryFields}
      complete={isComplete(values, repository)}
      save={save}
      onClose={props.onClose}
      onSaved={props.onSaved}
    >
      {errors => (
        <>
          <FormField
            id="repository-name"
            label={t('registry.name')}
            value={values.name}
            disabled={Boolean(repository)}
            onValue={name => setValues({ ...values, name })}
            help={t('registry.nameHelp')}
            error={errors.name}
          />
          <FormField
            id="repository-title"
            label={t('registry.title')}
            value={values.title}
            onValue={title => setValues({ ...values, title })}
            help={t('registry.titleHelp')}
            error={errors.title}
          />
          <ChoiceField
            id="repository-provider"
            label={t('repositories.provider')}
            value={provider}
            onChoose={next => setValues({ ...values, provider: next })}
            choices={(['s3', 'gcs', 'azure'] as const).map(value => ({
              value,
              label: t(`repositories.providers.${value}`),
            }))}
          />
          {fieldsOf[provider].map(field => (
            <LocationField
              key={field}
              field={field}
              value={values[field]}
              kept={repository?.location.provider === provider}
              error={errors[`location.${field}`]}
              onValue={value => setValues({ ...values, [field]: value })}
            />
          ))}
          {provider === 's3' && (
            <FormControlLabel
              control={
                <Checkbox
                  color="primary"
                  checked={values.forcePathStyle}
                  onChange={(_, forcePathStyle) =>
                    setValues({ ...values, forcePathStyle })
                  }
                />
              }
              label={t('repositories.form.forcePathStyle')}
            />
          )}
        </>
      )}
    </FormDialog>
  );
};
