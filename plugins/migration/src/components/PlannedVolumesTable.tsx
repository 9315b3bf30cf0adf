/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Table, TableColumn } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import {
  Plan,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { formatBytes } from '../presentation/formatBytes';

type Row = PlannedVolume & { id: string };

const columns: TableColumn<Row>[] = [
  {
    title: 'Claim',
    field: 'claim',
    highlight: true,
    render: row => (
      <>
        {row.claim}
        {row.target.claim !== row.claim && ` → ${row.target.claim}`}
      </>
    ),
  },
  {
    title: 'Namespace',
    field: 'namespace',
    render: row =>
      row.target.namespace === row.namespace
        ? row.namespace
        : `${row.namespace} → ${row.target.namespace}`,
  },
  {
    title: 'Size',
    field: 'capacityBytes',
    type: 'numeric',
    align: 'right',
    render: row =>
      row.target.sizeBytes === row.capacityBytes
        ? formatBytes(row.capacityBytes)
        : `${formatBytes(row.capacityBytes)} → ${formatBytes(
            row.target.sizeBytes,
          )}`,
  },
  {
    title: 'Storage class',
    field: 'storageClass',
    render: row =>
      row.target.storageClass === row.storageClass
        ? row.storageClass
        : `${row.storageClass ?? 'none'} → ${
            row.target.storageClass ?? 'none'
          }`,
  },
  {
    title: 'Action',
    field: 'action',
    render: row =>
      ({ copy: `Copy (${row.copyMethod})`, move: 'Move', skip: 'Skip' }[
        row.action
      ]),
  },
  {
    title: 'Mounted by',
    customSort: (a, b) => a.mountedBy.length - b.mountedBy.length,
    render: row => row.mountedBy.join(', ') || 'nothing',
  },
];

/** The claims that were discovered and what the plan does with each. */
export const PlannedVolumesTable = ({ plan }: { plan: Plan }) => {
  const many = plan.volumes.length > 10;
  // of a single namespace the picture above says it
  const hidden = plan.namespaces.length === 1 ? ['namespace'] : [];
  return (
    <Table<Row>
      title="Volumes"
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
          No claims were found in these namespaces: only objects are moved.
        </Typography>
      }
    />
  );
};
