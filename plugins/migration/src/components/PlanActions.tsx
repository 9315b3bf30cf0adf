/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { Plan, PlanAction } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { useCommand } from '../hooks/useCommand';
import { confirmationOf } from '../presentation/confirmations';
import { errorMessage } from '../presentation/errorMessage';
import { migrationTranslationRef } from '../translation';
import { ConfirmationDialog } from './ConfirmationDialog';

type ActionType = PlanAction['type'];

/** The step that comes next for most; the others stay in the background. */
function suggested(plan: Plan): ActionType | undefined {
  if (plan.state === 'Ready' || plan.state === 'RolledBack') {
    return 'stage';
  }
  return plan.state === 'Staged' ? 'cutover' : undefined;
}

export interface PlanActionsProps {
  plan: Plan;
  onChanged(): void;
}

/** Buttons for what the API allows now; one that is not allowed says why. */
export const PlanActions = ({ plan, onChanged }: PlanActionsProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const command = useCommand();
  const [asked, setAsked] = useState<ActionType>();
  const running = [plan.lastMigration, plan.lastProbe].find(
    migration => migration && !migration.endedAt,
  );

  const close = () => {
    setAsked(undefined);
    command.clear();
  };
  const start = async (type: ActionType) => {
    const started = await command.run(async () => {
      if (type === 'cancel') {
        await api.cancelMigration(running!.id);
      } else {
        await api.startMigration(plan.id, { type });
      }
    });
    if (started) {
      close();
    }
    onChanged();
  };
  return (
    <Box display="flex" gridGap={8}>
      {plan.actions
        .filter(({ type }) => type !== 'cancel' || running)
        .map(({ type, allowed, reason }) => (
          <Tooltip
            key={type}
            title={
              allowed
                ? ''
                : t('entity.actions.notNow', { reason: reason ?? '' })
            }
          >
            <span>
              <Button
                variant={suggested(plan) === type ? 'contained' : 'outlined'}
                color="primary"
                disabled={!allowed}
                onClick={() => setAsked(type)}
              >
                {t(`entity.actions.${type}`)}
              </Button>
            </span>
          </Tooltip>
        ))}
      {asked && (
        <ConfirmationDialog
          confirmation={confirmationOf(asked, plan, t)}
          running={command.running}
          error={command.error && errorMessage(command.error)}
          onConfirm={() => start(asked)}
          onClose={close}
        />
      )}
    </Box>
  );
};
