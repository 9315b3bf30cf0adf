/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { Wave } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { ConfirmationDialog } from '../../components/ConfirmationDialog';
import { InlineError } from '../../components/InlineError';
import { useCommand } from '../../hooks/useCommand';
import { Confirmation } from '../../presentation/confirmations';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';

type Action = 'pause' | 'resume' | 'retry' | 'cancel';

/** What can be done with the wave now. */
function actionsOf({ state, counts }: Wave): Action[] {
  const failed =
    counts.Failed + counts.Canceled + counts.Refused + counts.Skipped > 0;
  const actions: Array<[Action, boolean]> = [
    ['retry', failed && !['Canceling', 'Canceled'].includes(state)],
    ['resume', state === 'Paused'],
    ['pause', state === 'Running' && counts.Waiting > 0],
    ['cancel', ['Running', 'Paused'].includes(state) && counts.Waiting > 0],
  ];
  return actions.flatMap(([action, possible]) => (possible ? [action] : []));
}

export interface WaveActionsProps {
  wave: Wave;
  onChanged(): void;
}

/** Pause, resume, retry and cancel; what cannot be taken back is confirmed first. */
export const WaveActions = ({ wave, onChanged }: WaveActionsProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const command = useCommand();
  const [asked, setAsked] = useState<Exclude<Action, 'pause'>>();
  const calls: Record<Action, () => Promise<Wave>> = {
    pause: () => api.pauseWave(wave.id),
    resume: () => api.resumeWave(wave.id),
    retry: () => api.resumeWave(wave.id, { retryFailed: true }),
    cancel: () => api.cancelWave(wave.id),
  };
  const close = () => {
    setAsked(undefined);
    command.clear();
  };
  const run = async (action: Action) => {
    const done = await command.run(async () => {
      await calls[action]();
    });
    if (done) {
      close();
    }
    onChanged();
  };
  const choose = (action: Action) => {
    const plain =
      action === 'pause' ||
      (action === 'resume' && wave.pausedBy !== undefined);
    command.clear();
    if (plain) {
      run(action);
    } else {
      setAsked(action as Exclude<Action, 'pause'>);
    }
  };
  const confirmation = (action: Exclude<Action, 'pause'>): Confirmation => {
    const running =
      wave.plans?.filter(({ state }) => state === 'Running') ?? [];
    const happens: string[] = [t(`waves.confirm.${action}.happens`)];
    if (action === 'retry' && wave.type === 'cutover') {
      happens.push(t('waves.confirm.retry.stops'));
    }
    if (action === 'cancel' && running.length > 0) {
      happens.push(
        t('waves.confirm.cancel.runs', {
          names: running.map(({ name }) => name).join(', '),
        }),
      );
    }
    return {
      title: t(`waves.confirm.${action}.title`),
      happens,
      button: t(`waves.confirm.${action}.button`),
    };
  };
  const error = command.error && errorMessage(command.error);
  return (
    <div>
      <Box display="flex" flexWrap="wrap" gridGap={8}>
        {actionsOf(wave).map(action => (
          <Button
            key={action}
            variant="outlined"
            color={action === 'cancel' ? 'default' : 'primary'}
            disabled={command.running}
            onClick={() => choose(action)}
          >
            {t(`waves.actions.${action}`)}
          </Button>
        ))}
      </Box>
      {error && !asked && <InlineError message={error} />}
      {asked && (
        <ConfirmationDialog
          confirmation={confirmation(asked)}
          running={command.running}
          error={error}
          onConfirm={() => run(asked)}
          onClose={close}
        />
      )}
    </div>
  );
};
