/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Table, TableColumn } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  Plan,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { useMemo } from 'react';
import { formatBytes } from '../presentation/formatBytes';
import { migrationTranslationRef, Translate } from '../translation';

type Row = PlannedVolume & { id: string };

function columnsOf(t: Translate): TableColumn<Row>[] {
  const change = (before: string, after: string) =>
    before === after ? before : t('plannedVolumes.becomes', { before, after });
  return [
    {
      title: t('plannedVolumes.columns.claim'),
      field: 'claim',
      highlight: true,
      render: ({ claim, target }) => change(claim, target.claim),
    },
    {
      title: t('plannedVolumes.columns.namespace'),
      field: 'namespace',
      render: ({ namespace, target }) => change(namespace, target.namespace),
    },
    {
      title: t('plannedVolumes.columns.size'),
      field: 'capacityBytes',
      type: 'numeric',
      align: 'right',
      render: ({ capacityBytes, target }) =>
        change(formatBytes(capacityBytes), formatBytes(target.sizeBytes)),
    },
    {
      title: t('plannedVolumes.columns.storageClass'),
      field: 'storageClass',
      render: ({ storageClass, target }) =>
        storageClass === target.storageClass
          ? storageClass
          : change(
              storageClass ?? t('plannedVolumes.noClass'),
              target.storageClass ?? t('plannedVolumes.noClass'),
            ),
    },
    {
      title: t('plannedVolumes.columns.action'),
      field: 'action',
      render: ({ action, copyMethod }) =>
        action === 'copy'
          ? t('plannedVolumes.actions.copy', { method: copyMethod })
          : t(`plannedVolumes.actions.${action}`),
    },
    {
      title: t('plannedVolumes.columns.mountedBy'),
      customSort: (a, b) => a.mountedBy.length - b.mountedBy.length,
      render: ({ mountedBy }) =>
        mountedBy.join(', ') || t('plannedVolumes.mountedByNothing'),
    },
  ];
}

/** The claims that were discovered and what the plan does with each. */
export const PlannedVolumesTable = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  // made anew at each poll, they would lose the order that was chosen
  const columns = useMemo(() => columnsOf(t), [t]);
  const many = plan.volumes.length > 10;
  // of a single namespace the picture above says it
  const hidden = plan.namespaces.length === 1 ? ['namespace'] : [];
  return (
    <Table<Row>
      title={t('plannedVolumes.title')}
      columns={columns.filter(({ field }) => !hidden.includes(String(field)))}
      data={plan.volumes.map(volume => ({
        ...volume,
        id: `${volume.namespace}/${volume.claim}`,
      }))}
      options={{
        paging: many,
        pageSize: 10,
        search: many,
        padding: 'dense',
        toolbar: true,
        draggable: false,
      }}
      emptyContent={
        <Typography style={{ padding: 16 }}>
          {t('plannedVolumes.none')}
        </Typography>
      }
    />
  );
};
