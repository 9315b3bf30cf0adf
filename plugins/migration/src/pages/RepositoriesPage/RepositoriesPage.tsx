/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Content } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import {
  Repository,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';
import { useCallback, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { ConditionList } from '../../components/ConditionList';
import { usePolled } from '../../hooks/usePolled';
import { formatTime } from '../../presentation/formatTime';
import { migrationTranslationRef } from '../../translation';
import { HealthStatus } from '../registry/HealthStatus';
import { NameCell } from '../registry/NameCell';
import { RegistryPage } from '../registry/RegistryPage';
import { RemoveDialog } from '../registry/RemoveDialog';
import { RowActions } from '../registry/RowActions';
import { RepositoryDialog } from './RepositoryDialog';

type Open =
  | { dialog: 'register' }
  | { dialog: 'edit' | 'remove'; repository: Repository };

const everyMs = 15_000;

/** For example https://s3.example.org/moves/shop */
function placeOf(location: RepositoryLocation): string {
  return [
    location.endpoint,
    location.bucket ?? `${location.account}/${location.container}`,
    location.prefix,
  ]
    .filter(Boolean)
    .join('/');
}

/** The replication repositories: whether they answer, and all that is done with them. */
export const RepositoriesPage = () => {
  const api = useApi(migrationApiRef);
  const { t } = useTranslationRef(migrationTranslationRef);
  const load = useCallback(() => api.listRepositories(), [api]);
  const list = usePolled(load, () => everyMs);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Content>
      <RegistryPage
        list={list}
        texts={{
          label: t('repositories.label'),
          loadError: t('repositories.loadError'),
          emptyTitle: t('repositories.emptyTitle'),
          emptyDescription: t('repositories.emptyDescription'),
        }}
        buttons={
          <Button
            color="primary"
            variant="contained"
            onClick={() => setOpen({ dialog: 'register' })}
          >
            {t('repositories.register')}
          </Button>
        }
        columns={[
          {
            header: t('registry.name'),
            long: true,
            cell: repository => <NameCell {...repository} />,
          },
          {
            header: t('registry.health'),
            cell: ({ status }) => <HealthStatus status={status} />,
          },
          {
            header: t('repositories.provider'),
            cell: ({ location }) =>
              t(`repositories.providers.${location.provider}`),
          },
          {
            header: t('repositories.place'),
            long: true,
            cell: ({ location }) => placeOf(location),
          },
          {
            header: t('registry.checkedAt'),
            cell: ({ status }) =>
              status.checkedAt
                ? formatTime(status.checkedAt)
                : t('registry.never'),
          },
          {
            header: t('registry.actions'),
            align: 'right',
            cell: repository => (
              <RowActions
                name={repository.name}
                test={async () => {
                  await api.testRepository(repository.name);
                  list.reload();
                }}
                onEdit={() => setOpen({ dialog: 'edit', repository })}
                onRemove={() => setOpen({ dialog: 'remove', repository })}
              />
            ),
          },
        ]}
        detailsOf={({ status }) =>
          status.conditions.length > 0 && (
            <ConditionList conditions={status.conditions} />
          )
        }
      />
      {(open?.dialog === 'register' || open?.dialog === 'edit') && (
        <RepositoryDialog
          repository={'repository' in open ? open.repository : undefined}
          onClose={close}
          onSaved={list.reload}
        />
      )}
      {open?.dialog === 'remove' && (
        <RemoveDialog
          name={open.repository.name}
          happens={t('repositories.removeHappens')}
          remove={() => api.deleteRepository(open.repository.name)}
          onClose={close}
          onRemoved={list.reload}
        />
      )}
    </Content>
  );
};
