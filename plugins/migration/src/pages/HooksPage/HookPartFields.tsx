/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FieldErrors } from '../../presentation/fieldErrors';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { HookValues } from './hookForm';
import { HttpFields } from './HttpFields';

export interface HookPartFieldsProps {
  values: HookValues;
  errors: FieldErrors;
  onChange(values: HookValues): void;
}

/** The fields of the hook's kind. */
export const HookPartFields = (props: HookPartFieldsProps) => {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const set = (change: Partial<HookValues>) =>
    onChange({ ...values, ...change });
  const { kind } = values;
  if (kind === 'http') {
    return <HttpFields {...props} />;
  }
  return (
    <>
      <FormField
        id="hook-image"
        label={t(
          kind === 'playbook' ? 'hooks.form.runner' : 'hooks.form.image',
        )}
        value={values.image}
        onValue={image => set({ image })}
        help={t(
          kind === 'playbook'
            ? 'hooks.form.runnerHelp'
            : 'hooks.form.imageHelp',
        )}
        error={errors[`${kind}.image`]}
      />
      {kind === 'playbook' && (
        <FormField
          id="hook-playbook"
          label={t('hooks.form.playbook')}
          code
          value={values.playbook}
          onValue={playbook => set({ playbook })}
          help={t('hooks.form.playbookHelp')}
          error={errors['playbook.playbook']}
        />
      )}
      {kind === 'script' && (
        <>
          <FormField
            id="hook-script"
            label={t('hooks.form.script')}
            code
            value={values.script}
            onValue={script => set({ script })}
            error={errors['script.script']}
          />
          <FormField
            id="hook-interpreter"
            label={t('hooks.form.interpreter')}
            multiline
            value={values.interpreter}
            onValue={interpreter => set({ interpreter })}
            help={t('hooks.form.interpreterHelp')}
            error={errors['script.interpreter']}
          />
        </>
      )}
      {kind === 'image' && (
        <>
          <FormField
            id="hook-command"
            label={t('hooks.form.command')}
            multiline
            value={values.command}
            onValue={command => set({ command })}
            help={t('hooks.form.lineHelp')}
            error={errors['image.command']}
          />
          <FormField
            id="hook-args"
            label={t('hooks.form.args')}
            multiline
            value={values.args}
            onValue={args => set({ args })}
            help={t('hooks.form.lineHelp')}
            error={errors['image.args']}
          />
          <FormField
            id="hook-env"
            label={t('hooks.form.env')}
            multiline
            value={values.env}
            onValue={env => set({ env })}
            help={t('hooks.form.envHelp')}
            error={errors['image.env']}
          />
        </>
      )}
    </>
  );
};
