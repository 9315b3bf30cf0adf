/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
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
        aria-label="More about the plan"
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVert />
      </IconButton>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => choose()}>
        <MenuItem onClick={refresh} disabled={command.running}>
          Check again
        </MenuItem>
        <MenuItem
          onClick={() =>
            wizard ? navigate(wizard.editPlan(plan.id)) : choose('change')
          }
          disabled={running}
        >
          Edit plan
        </MenuItem>
        <MenuItem onClick={() => choose('delete')} disabled={running}>
          Delete plan
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
            title: `Delete plan ${plan.name}?`,
            happens: [
              'The plan and the history of its migrations are deleted.',
              'Nothing is changed on any cluster. What the plan created on the destination stays there and can no longer be rolled back from here.',
            ],
            consent:
              plan.live === 'source'
                ? undefined
                : `I know that the application is not on ${plan.source} and that only a rollback of this plan brings it back.`,
            button: 'Delete plan',
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
