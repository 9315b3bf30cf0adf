/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVert from '@material-ui/icons/MoreVert';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { migrationApiRef } from '../api/migrationApiRef';
import { useClusters } from '../hooks/useClusters';
import { useCommand } from '../hooks/useCommand';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import { useWizardLinks } from '../hooks/useWizardLinks';
import { errorMessage } from '../presentation/errorMessage';
import { migrationTranslationRef } from '../translation';
import { ConfirmationDialog } from './ConfirmationDialog';
import { InlineError } from './InlineError';
import { PlanDialog } from './PlanDialog';

export interface PlanMenuProps {
  plan: Plan;
  entityName: string;
  mine: EntityNamespaces;
  onChanged(): void;
  onDeleted(): void;
}

/** What is seldom done with a plan: check it again, change it, delete it. */
export const PlanMenu = (props: PlanMenuProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { plan, onChanged, onDeleted } = props;
  const api = useApi(migrationApiRef);
  const clusters = useClusters();
  const wizard = useWizardLinks();
  const navigate = useNavigate();
  const command = useCommand();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [open, setOpen] = useState<'change' | 'delete'>();
  const running = [plan.lastMigration, plan.lastProbe].some(
    migration => migration && !migration.endedAt,
  );

  const choose = (what?: 'change' | 'delete') => {
    setAnchor(undefined);
    setOpen(what);
  };
  const refresh = async () => {
    choose();
    await command.run(async () => {
      await api.refreshPlan(plan.id);
    });
    onChanged();
  };
  const remove = async () => {
    if (await command.run(() => api.deletePlan(plan.id))) {
      onDeleted();
    }
  };
  const error = command.error && errorMessage(command.error);
  return (
    <>
      {error && open !== 'delete' && <InlineError message={error} />}
      <IconButton
        aria-label={t('planDialog.menu.label')}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVert />
      </IconButton>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => choose()}>
        <MenuItem onClick={refresh} disabled={command.running}>
          {t('planDialog.menu.check')}
        </MenuItem>
        <MenuItem
          onClick={() =>
            wizard ? navigate(wizard.editPlan(plan.id)) : choose('change')
          }
          disabled={running}
        >
          {t('planDialog.menu.change')}
        </MenuItem>
        <MenuItem onClick={() => choose('delete')} disabled={running}>
          {t('planDialog.menu.remove')}
        </MenuItem>
      </Menu>
      {open === 'change' && clusters.value && (
        <PlanDialog
          clusters={clusters.value}
          entityName={props.entityName}
          mine={props.mine}
          plan={plan}
          onClose={() => choose()}
          onSaved={onChanged}
        />
      )}
      {open === 'delete' && (
        <ConfirmationDialog
          confirmation={{
            title: t('planDialog.remove.title', { name: plan.name }),
            happens: [
              t('planDialog.remove.history'),
              t('planDialog.remove.nothingChanged'),
            ],
            consent:
              plan.live === 'source'
                ? undefined
                : t('planDialog.remove.consent', { source: plan.source }),
            button: t('planDialog.remove.button'),
          }}
          running={command.running}
          error={error}
          onConfirm={remove}
          onClose={() => choose()}
        />
      )}
    </>
  );
};
