/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { InlineError } from '../../components/InlineError';
import { wizardMessages } from '../../messages/wizard';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { HostsFields } from './HostsFields';
import { ObjectsDraft } from './planDraft';
import { ScopedFields } from './ScopedFields';
import { StepProps } from './StepProps';
import { TransformsFields } from './TransformsFields';

const flags = [
  'completedJobs',
  'preserveNodePorts',
  'preserveClusterIPs',
] as const;
const notServed = Object.keys(wizardMessages.objects.notServedChoices) as Array<
  keyof typeof wizardMessages.objects.notServedChoices
>;
const uidRanges = Object.keys(wizardMessages.objects.uidRangeChoices) as Array<
  keyof typeof wizardMessages.objects.uidRangeChoices
>;

/** Which objects come, and how they are changed on their way. */
export const ObjectsStep = (props: StepProps) => {
  const { draft, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const { objects, options } = draft;
  const set = (change: Partial<ObjectsDraft>) =>
    onChange({ objects: { ...objects, ...change } });
  if ((draft.type ?? 'full') !== 'full') {
    return <Typography>{t('wizard.objects.notOfType')}</Typography>;
  }
  const kept =
    (objects.includedObjects?.length ?? 0) +
    (objects.excludedObjects?.length ?? 0) +
    draft.existing.length;
  const kinds = (
    id: string,
    label: string,
    help: string,
    value: string,
    error: string | undefined,
    onValue: (text: string) => void,
  ) => (
    <Grid item xs={12} md={4}>
      <FormField
        id={id}
        label={label}
        help={help}
        value={value}
        error={error}
        multiline
        maxRows={8}
        InputLabelProps={{ shrink: true }}
        onValue={onValue}
      />
    </Grid>
  );
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <Typography>{t('wizard.objects.about')}</Typography>
        {errors.objects && <InlineError message={errors.objects} />}
        {kept > 0 && (
          <Typography variant="body2" color="textSecondary">
            {t('wizard.objects.kept', { amount: String(kept) })}
          </Typography>
        )}
      </Grid>
      {kinds(
        'wizard-included-kinds',
        t('wizard.objects.includedKinds'),
        t('wizard.objects.includedKindsHelp'),
        objects.includedKinds,
        errors['objects.includedKinds'],
        includedKinds => set({ includedKinds }),
      )}
      {kinds(
        'wizard-excluded-kinds',
        t('wizard.objects.excludedKinds'),
        t('wizard.objects.excludedKindsHelp'),
        options.excludedKinds,
        errors['options.excludedKinds'],
        excludedKinds => onChange({ options: { ...options, excludedKinds } }),
      )}
      {kinds(
        'wizard-also-kinds',
        t('wizard.objects.alsoKinds'),
        t('wizard.objects.alsoKindsHelp'),
        objects.alsoKinds,
        errors['objects.alsoKinds'],
        alsoKinds => set({ alsoKinds }),
      )}
      <Grid item xs={12} md={6}>
        <FormField
          id="wizard-selector"
          label={t('wizard.objects.labelSelector')}
          help={t('wizard.objects.labelSelectorHelp')}
          value={objects.labelSelector ?? ''}
          error={errors['objects.labelSelector']}
          InputLabelProps={{ shrink: true }}
          onValue={labelSelector => set({ labelSelector })}
        />
      </Grid>
      <Grid item xs={12} md={6}>
        {flags.map(name => (
          <div key={name}>
            <FormControlLabel
              control={
                <Checkbox
                  color="primary"
                  checked={objects[name] ?? false}
                  onChange={(_, checked) => set({ [name]: checked })}
                />
              }
              label={t(`wizard.objects.${name}`)}
            />
          </div>
        ))}
      </Grid>
      <Grid item xs={12} md={6}>
        <Choice
          id="wizard-not-served"
          label={t('wizard.objects.notServed')}
          value={objects.notServed ?? 'block'}
          options={notServed.map(value => ({
            value,
            label: t(`wizard.objects.notServedChoices.${value}`),
          }))}
          onValue={value =>
            set({ notServed: value as ObjectsDraft['notServed'] })
          }
        />
      </Grid>
      <Grid item xs={12} md={6}>
        <Choice
          id="wizard-uid-range"
          label={t('wizard.objects.uidRange')}
          value={objects.uidRange ?? 'keep'}
          options={uidRanges.map(value => ({
            value,
            label: t(`wizard.objects.uidRangeChoices.${value}`),
          }))}
          onValue={value =>
            set({ uidRange: value as ObjectsDraft['uidRange'] })
          }
        />
      </Grid>
      <Grid item xs={12}>
        <HostsFields {...props} />
      </Grid>
      <Grid item xs={12}>
        <ScopedFields {...props} />
      </Grid>
      <Grid item xs={12}>
        <TransformsFields {...props} />
      </Grid>
    </Grid>
  );
};
