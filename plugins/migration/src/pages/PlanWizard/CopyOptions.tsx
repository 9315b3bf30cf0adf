/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Box from '@material-ui/core/Box';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { InlineError } from '../../components/InlineError';
import { wizardMessages } from '../../messages/wizard';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { OptionsDraft } from './planDraft';
import { StepProps } from './StepProps';

type Name = keyof typeof wizardMessages.options.fields;

/** How each option is entered, with the default that openapi.yaml tells. */
const kinds: Record<Name, boolean | number | string[] | 'noLimit'> = {
  verify: ['full', 'sample', 'metadata'],
  verifySamplePercent: 10,
  verifyBeforeQuiesce: true,
  verifyDeadlineSeconds: 86400,
  resizeVolumes: false,
  resizeThresholdPercent: 3,
  parallelVolumes: 4,
  bandwidthLimitKiB: 'noLimit',
  streamsPerVolume: 4,
  moverSecurity: ['auto', 'restricted', 'baseline', 'privileged'],
  quiesceDeadlineSeconds: 600,
  passDeadlineSeconds: 86400,
  healthDeadlineSeconds: 600,
  quiesce: true,
  keepDestinationVolumesOnRollback: false,
  keepRepositoryData: false,
};
const names = Object.keys(kinds) as Name[];

/** Options of the whole plan, folded away: their defaults are good for most. */
export const CopyOptions = ({ draft, errors, onChange }: StepProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const set = (name: Name, value: OptionsDraft[Name] | undefined) =>
    onChange({ options: { ...draft.options, [name]: value } });
  const yesOrNo = (yes: boolean) =>
    t(yes ? 'wizard.options.yes' : 'wizard.options.no');

  const field = (name: Name) => {
    const kind = kinds[name];
    const value = draft.options[name];
    const common = {
      id: `wizard-option-${name}`,
      label: t(`wizard.options.fields.${name}`),
      value: value === undefined ? '' : String(value),
      error: errors[`options.${name}`],
    };
    if (typeof kind === 'boolean') {
      return (
        <Choice
          {...common}
          none={t('wizard.options.byDefault', { value: yesOrNo(kind) })}
          options={[true, false].map(choice => ({
            value: String(choice),
            label: yesOrNo(choice),
          }))}
          onValue={text => set(name, text ? text === 'true' : undefined)}
        />
      );
    }
    if (Array.isArray(kind)) {
      return (
        <Choice
          {...common}
          none={t('wizard.options.byDefault', { value: kind[0] })}
          options={kind.map(choice => ({ value: choice, label: choice }))}
          onValue={text => set(name, (text || undefined) as OptionsDraft[Name])}
        />
      );
    }
    return (
      <FormField
        {...common}
        type="number"
        inputProps={{ min: 1 }}
        InputLabelProps={{ shrink: true }}
        help={t('wizard.options.byDefault', {
          value:
            kind === 'noLimit' ? t('wizard.options.noLimit') : String(kind),
        })}
        onValue={text => set(name, text === '' ? undefined : Number(text))}
      />
    );
  };
  return (
    <Box mt={3}>
      {errors.options && <InlineError message={errors.options} />}
      <Accordion TransitionProps={{ unmountOnExit: true }}>
        <AccordionSummary
          expandIcon={<ExpandMore />}
          aria-controls="wizard-options"
          id="wizard-options-header"
        >
          <Typography>{t('wizard.volumes.options')}</Typography>
        </AccordionSummary>
        <AccordionDetails id="wizard-options">
          <Grid container spacing={2}>
            {names.map(name => (
              <Grid item xs={12} md={6} key={name}>
                {field(name)}
              </Grid>
            ))}
          </Grid>
        </AccordionDetails>
      </Accordion>
    </Box>
  );
};
