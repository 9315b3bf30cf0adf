/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hook } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { migrationTranslationRef } from '../../translation';
import { ChoiceField } from '../registry/ChoiceField';
import { FormDialog } from '../registry/FormDialog';
import { FormField } from '../registry/FormField';
import { hookFields, hookInputOf, hookValuesOf, isComplete } from './hookForm';
import { HookPartFields } from './HookPartFields';

export interface HookDialogProps {
  /** The hook to change; a new one without. */
  hook?: Hook;
  onClose(): void;
  onSaved(): void;
}

/** Registers or changes a hook. */
export const HookDialog = (props: HookDialogProps) => {
  const { hook } = props;
  const api = useApi(migrationApiRef);
  const { t } = useTranslationRef(migrationTranslationRef);
  const [values, setValues] = useState(() => hookValuesOf(hook));
  const save = async () => {
    const input = hookInputOf(values);
    await (hook ? api.updateHook(hook.name, input) : api.registerHook(input));
  };
  return (
    <FormDialog
      title={
        hook
          ? t('hooks.form.editTitle', { name: hook.name })
          : t('hooks.form.registerTitle')
      }
      intro={t('hooks.form.intro')}
      submit={hook ? t('registry.saveOnly') : t('hooks.form.submit')}
      submitting={t('hooks.form.submitting')}
      fields={hookFields}
      complete={isComplete(values)}
      save={save}
      onClose={props.onClose}
      onSaved={props.onSaved}
    >
      {errors => (
        <>
          <FormField
            id="hook-name"
            label={t('registry.name')}
            value={values.name}
            disabled={Boolean(hook)}
            onValue={name => setValues({ ...values, name })}
            help={t('registry.nameHelp')}
            error={errors.name}
          />
          <FormField
            id="hook-title"
            label={t('registry.title')}
            value={values.title}
            onValue={title => setValues({ ...values, title })}
            help={t('registry.titleHelp')}
            error={errors.title}
          />
          <ChoiceField
            id="hook-kind"
            label={t('hooks.kind')}
            value={values.kind}
            onChoose={kind => setValues({ ...values, kind })}
            choices={(['image', 'playbook', 'script', 'http'] as const).map(
              value => ({ value, label: t(`hooks.kinds.${value}`) }),
            )}
          />
          <HookPartFields
            values={values}
            errors={errors}
            onChange={setValues}
          />
          <FormField
            id="hook-deadline"
            label={t('hooks.form.deadline')}
            type="number"
            value={values.deadlineSeconds}
            onValue={deadlineSeconds =>
              setValues({ ...values, deadlineSeconds })
            }
            help={t('hooks.form.deadlineHelp')}
            error={errors.deadlineSeconds}
          />
          <FormField
            id="hook-retries"
            label={t('hooks.form.retries')}
            type="number"
            value={values.retries}
            onValue={retries => setValues({ ...values, retries })}
            help={t('hooks.form.retriesHelp')}
            error={errors.retries}
          />
          <ChoiceField
            id="hook-failure"
            label={t('hooks.onFailure')}
            value={values.onFailure}
            onChoose={onFailure => setValues({ ...values, onFailure })}
            choices={(['fail', 'continue'] as const).map(value => ({
              value,
              label: t(`hooks.failures.${value}`),
            }))}
          />
        </>
      )}
    </FormDialog>
  );
};
