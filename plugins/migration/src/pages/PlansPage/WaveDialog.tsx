/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { FormEvent, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { InlineError } from '../../components/InlineError';
import { useCommand } from '../../hooks/useCommand';
import { errorMessage } from '../../presentation/errorMessage';
import {
  concurrencyOf,
  isComplete,
  newWaveForm,
  WaveForm,
  waveInputOf,
} from '../../presentation/waveForm';
import { migrationTranslationRef } from '../../translation';
import { WaveOrder } from './WaveOrder';
import { WaveStops } from './WaveStops';

export interface WaveDialogProps {
  type: WaveForm['type'];
  /** As they were selected; what is selected later does not change the dialog. */
  plans: Plan[];
  onClose(): void;
  onStarted(waveId: string): void;
}

/** Makes a wave of the selected plans: how many at once, in which order, and what a cutover stops. */
export const WaveDialog = (props: WaveDialogProps) => {
  const { type, onClose } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const command = useCommand();
  const [form, setForm] = useState(() => newWaveForm(type, props.plans));
  const change = (part: Partial<WaveForm>) =>
    setForm(before => ({ ...before, ...part }));
  const byId = new Map(props.plans.map(plan => [plan.id, plan]));
  const plans = form.order.flatMap(id => byId.get(id) ?? []);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    let id = '';
    const started = await command.run(async () => {
      ({ id } = await api.createWave(waveInputOf(form)));
    });
    if (started) {
      props.onStarted(id);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="md"
      aria-labelledby="wave-title"
    >
      {/* the fields scroll, and the buttons stay in sight */}
      <form
        onSubmit={send}
        noValidate
        style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <DialogTitle id="wave-title">
          {t(`waves.dialog.title.${type}`, { amount: String(plans.length) })}
        </DialogTitle>
        <DialogContent>
          <Box display="flex" flexWrap="wrap" gridGap={24} mb={3}>
            <TextField
              id="wave-name"
              label={t('waves.dialog.name')}
              helperText={t('waves.dialog.nameHelp')}
              value={form.name}
              onChange={event => change({ name: event.target.value })}
              inputProps={{ maxLength: 100 }}
              autoComplete="off"
              style={{ flex: '1 1 240px' }}
            />
            <TextField
              id="wave-concurrency"
              type="number"
              label={t('waves.dialog.concurrency')}
              helperText={t('waves.dialog.concurrencyHelp')}
              value={form.concurrency}
              onChange={event => change({ concurrency: event.target.value })}
              error={concurrencyOf(form) === undefined}
              inputProps={{ min: 1, max: 100 }}
              style={{ flex: '1 1 200px' }}
            />
            <TextField
              select
              id="wave-on-failure"
              label={t('waves.dialog.onFailure')}
              value={form.onFailure}
              onChange={event =>
                change({
                  onFailure: event.target.value as WaveForm['onFailure'],
                })
              }
              SelectProps={{ native: true }}
              style={{ flex: '1 1 260px' }}
            >
              {(['stop', 'continue'] as const).map(policy => (
                <option key={policy} value={policy}>
                  {t(`waves.dialog.onFailures.${policy}`)}
                </option>
              ))}
            </TextField>
          </Box>
          <WaveOrder form={form} plans={plans} onChange={setForm} />
          {type === 'cutover' && (
            <>
              <WaveStops plans={plans} />
              <FormControlLabel
                control={
                  <Checkbox
                    color="primary"
                    checked={form.consent}
                    onChange={(_, consent) => change({ consent })}
                  />
                }
                label={t('waves.dialog.consent')}
              />
            </>
          )}
          {command.error && (
            <InlineError message={errorMessage(command.error)} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('waves.dialog.back')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!isComplete(form) || command.running}
          >
            {command.running
              ? t('waves.dialog.starting')
              : t(`waves.dialog.start.${type}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
