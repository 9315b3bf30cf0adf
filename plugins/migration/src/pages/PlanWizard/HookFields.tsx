/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import IconButton from '@material-ui/core/IconButton';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import Delete from '@material-ui/icons/Delete';
import {
  Hook,
  HookPhase,
  PlanHook,
} from '@namespace-migration/plugin-migration-common';
import { wizardMessages } from '../../messages/wizard';
import { DEFAULT_SERVICE_ACCOUNT } from '../../presentation/defaultServiceAccount';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { StepProps } from './StepProps';

const phases = Object.keys(wizardMessages.hooks.phases) as HookPhase[];
const places = ['source', 'destination'] as const;

export interface HookFieldsProps extends StepProps {
  index: number;
  hook: PlanHook;
  registered: Hook[];
  last: boolean;
  onHook(hook: PlanHook): void;
  /** One up (-1) or down (1). */
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One hook of the plan. */
export const HookFields = (props: HookFieldsProps) => {
  const { index, hook, draft, errors } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const number = String(index + 1);
  const id = (name: string) => `wizard-hook-${index}-${name}`;
  const error = (name: string) => errors[`hooks[${index}].${name}`];
  const set = (change: Partial<PlanHook>) =>
    props.onHook({ ...hook, ...change });
  return (
    <Grid container spacing={2} alignItems="flex-end">
      <Grid item xs={12} md={3}>
        <Choice
          id={id('hook')}
          label={t('wizard.hooks.hook', { number })}
          value={hook.hook}
          options={props.registered.map(({ name, title }) => ({
            value: name,
            label: title || name,
          }))}
          error={error('hook')}
          onValue={name => set({ hook: name })}
        />
      </Grid>
      <Grid item xs={12} md={3}>
        <Choice
          id={id('phase')}
          label={t('wizard.hooks.phase', { number })}
          value={hook.phase}
          options={phases.map(value => ({
            value,
            label: t(`wizard.hooks.phases.${value}`),
          }))}
          error={error('phase')}
          onValue={phase => set({ phase: phase as HookPhase })}
        />
      </Grid>
      <Grid item xs={12} md={2}>
        <Choice
          id={id('cluster')}
          label={t('wizard.hooks.place')}
          none={t('wizard.hooks.placeDefault')}
          value={hook.cluster ?? ''}
          options={places.map(value => ({
            value,
            label: t(`wizard.hooks.places.${value}`, { name: draft[value] }),
          }))}
          error={error('cluster')}
          onValue={value =>
            set({ cluster: (value || undefined) as PlanHook['cluster'] })
          }
        />
      </Grid>
      <Grid item xs={6} md={1}>
        <FormField
          id={id('namespace')}
          label={t('wizard.hooks.namespace')}
          value={hook.namespace ?? ''}
          placeholder={draft.namespaces[0]?.source}
          error={error('namespace')}
          InputLabelProps={{ shrink: true }}
          onValue={namespace => set({ namespace })}
        />
      </Grid>
      <Grid item xs={6} md={1}>
        <FormField
          id={id('account')}
          label={t('wizard.hooks.serviceAccount')}
          value={hook.serviceAccount ?? ''}
          placeholder={DEFAULT_SERVICE_ACCOUNT}
          error={error('serviceAccount')}
          InputLabelProps={{ shrink: true }}
          onValue={serviceAccount => set({ serviceAccount })}
        />
      </Grid>
      <Grid item xs={12} md={2} style={{ whiteSpace: 'nowrap' }}>
        <IconButton
          size="small"
          disabled={index === 0}
          aria-label={t('wizard.hooks.up', { number })}
          onClick={() => props.onMove(-1)}
        >
          <ArrowUpward />
        </IconButton>
        <IconButton
          size="small"
          disabled={props.last}
          aria-label={t('wizard.hooks.down', { number })}
          onClick={() => props.onMove(1)}
        >
          <ArrowDownward />
        </IconButton>
        <IconButton
          size="small"
          aria-label={t('wizard.hooks.remove', { number })}
          onClick={props.onRemove}
        >
          <Delete />
        </IconButton>
      </Grid>
    </Grid>
  );
};
