/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Content } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { Cluster } from '@namespace-migration/plugin-migration-common';
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
import { ClusterDialog } from './ClusterDialog';
import { NodesCell } from './NodesCell';
import { RightsDialog } from './RightsDialog';

type Open =
  | { dialog: 'register' | 'rights' }
  | { dialog: 'edit' | 'remove'; cluster: Cluster };

const everyMs = 15_000;

/** The registered clusters: their health, and all that is done with them. */
export const ClustersPage = () => {
  const api = useApi(migrationApiRef);
  const { t } = useTranslationRef(migrationTranslationRef);
  const load = useCallback(() => api.listClusters(), [api]);
  const list = usePolled(load, () => everyMs);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Content>
      <RegistryPage
        list={list}
        texts={{
          label: t('clusters.label'),
          loadError: t('clusters.loadError'),
          emptyTitle: t('clusters.emptyTitle'),
          emptyDescription: t('clusters.emptyDescription'),
        }}
        buttons={
          <>
            <Button
              color="primary"
              variant="contained"
              onClick={() => setOpen({ dialog: 'register' })}
            >
              {t('clusters.register')}
            </Button>{' '}
            <Button
              variant="outlined"
              onClick={() => setOpen({ dialog: 'rights' })}
            >
              {t('clusters.rights.button')}
            </Button>
          </>
        }
        columns={[
          {
            header: t('registry.name'),
            long: true,
            cell: cluster => <NameCell {...cluster} />,
          },
          {
            header: t('registry.health'),
            cell: ({ status }) => <HealthStatus status={status} />,
          },
          {
            header: t('clusters.server'),
            long: true,
            cell: ({ connection }) => connection.server,
          },
          {
            header: t('clusters.version'),
            cell: ({ status }) => status.version,
          },
          {
            header: t('clusters.nodes'),
            align: 'right',
            cell: ({ status }) => <NodesCell status={status} />,
          },
          {
            header: t('clusters.storageClasses'),
            cell: cluster => <StorageClasses cluster={cluster} />,
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
            cell: cluster => (
              <RowActions
                name={cluster.name}
                test={async () => {
                  await api.testCluster(cluster.name);
                  list.reload();
                }}
                onEdit={() => setOpen({ dialog: 'edit', cluster })}
                onRemove={() => setOpen({ dialog: 'remove', cluster })}
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
      {open?.dialog === 'rights' && <RightsDialog onClose={close} />}
      {(open?.dialog === 'register' || open?.dialog === 'edit') && (
        <ClusterDialog
          cluster={'cluster' in open ? open.cluster : undefined}
          onClose={close}
          onSaved={list.reload}
        />
      )}
      {open?.dialog === 'remove' && (
        <RemoveDialog
          name={open.cluster.name}
          happens={t('clusters.removeHappens')}
          remove={() => api.deleteCluster(open.cluster.name)}
          onClose={close}
          onRemoved={list.reload}
        />
      )}
    </Content>
  );
};

const StorageClasses = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { storageClasses } = cluster.status;
  return storageClasses.length === 0 ? (
    <>{t('clusters.noClasses')}</>
  ) : (
    <>
      {storageClasses.map(({ name, provisioner, isDefault }) => (
        <Chip
          key={name}
          size="small"
          variant="outlined"
          title={provisioner}
          label={isDefault ? t('clusters.defaultClass', { name }) : name}
        />
      ))}
    </>
  );
};
