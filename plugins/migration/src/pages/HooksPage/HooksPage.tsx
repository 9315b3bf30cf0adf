/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Content } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { Hook } from '@namespace-migration/plugin-migration-common';
import { useCallback, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { usePolled } from '../../hooks/usePolled';
import { formatSeconds } from '../../presentation/formatSeconds';
import { migrationTranslationRef } from '../../translation';
import { NameCell } from '../registry/NameCell';
import { RegistryPage } from '../registry/RegistryPage';
import { RemoveDialog } from '../registry/RemoveDialog';
import { RowActions } from '../registry/RowActions';
import { HookDialog } from './HookDialog';

type Open = { dialog: 'register' } | { dialog: 'edit' | 'remove'; hook: Hook };

const everyMs = 15_000;
const defaultDeadline = 1800;

/** In a line: the image, or the call. */
function whatRuns({ kind, image, playbook, script, http }: Hook): string {
  switch (kind) {
    case 'http':
      return `${http?.method ?? 'POST'} ${http?.url}`;
    default:
      return (image ?? script ?? playbook)?.image ?? '';
  }
}

/** The registered hooks, and all that is done with them. */
export const HooksPage = () => {
  const api = useApi(migrationApiRef);
  const { t } = useTranslationRef(migrationTranslationRef);
  const load = useCallback(() => api.listHooks(), [api]);
  const list = usePolled(load, () => everyMs);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Content>
      <RegistryPage
        list={list}
        texts={{
          label: t('hooks.label'),
          loadError: t('hooks.loadError'),
          emptyTitle: t('hooks.emptyTitle'),
          emptyDescription: t('hooks.emptyDescription'),
        }}
        buttons={
          <Button
            color="primary"
            variant="contained"
            onClick={() => setOpen({ dialog: 'register' })}
          >
            {t('hooks.register')}
          </Button>
        }
        columns={[
          {
            header: t('registry.name'),
            long: true,
            cell: hook => <NameCell {...hook} />,
          },
          {
            header: t('hooks.kind'),
            cell: ({ kind }) => t(`hooks.kinds.${kind}`),
          },
          { header: t('hooks.what'), long: true, cell: whatRuns },
          {
            header: t('hooks.deadline'),
            align: 'right',
            cell: ({ deadlineSeconds = defaultDeadline }) =>
              formatSeconds(deadlineSeconds),
          },
          {
            header: t('hooks.onFailure'),
            cell: ({ onFailure = 'fail' }) => t(`hooks.failures.${onFailure}`),
          },
          {
            header: t('hooks.plans'),
            long: true,
            cell: ({ plans }) => plans.join(', ') || t('hooks.noPlans'),
          },
          {
            header: t('registry.actions'),
            align: 'right',
            cell: hook => (
              <RowActions
                name={hook.name}
                onEdit={() => setOpen({ dialog: 'edit', hook })}
                onRemove={() => setOpen({ dialog: 'remove', hook })}
              />
            ),
          },
        ]}
      />
      {(open?.dialog === 'register' || open?.dialog === 'edit') && (
        <HookDialog
          hook={'hook' in open ? open.hook : undefined}
          onClose={close}
          onSaved={list.reload}
        />
      )}
      {open?.dialog === 'remove' && (
        <RemoveDialog
          name={open.hook.name}
          happens={t('hooks.removeHappens')}
          remove={() => api.deleteHook(open.hook.name)}
          onClose={close}
          onRemoved={list.reload}
        />
      )}
    </Content>
  );
};
