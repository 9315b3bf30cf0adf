/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { Cluster } from '@namespace-migration/plugin-migration-common';
import { FieldErrors } from '../presentation/fieldErrors';
import { PlanValues } from '../presentation/planForm';

export interface PlanFieldsProps {
  values: PlanValues;
  clusters: Cluster[];
  errors: FieldErrors;
  onChange(values: PlanValues): void;
}

export const PlanFields = (props: PlanFieldsProps) => {
  const { values, clusters, errors, onChange } = props;
  const field = (
    paths: string[],
    label: string,
    value: string,
    change: (value: string) => PlanValues,
    help?: string,
  ) => {
    const [error] = paths.flatMap(path => errors[path] ?? []);
    return {
      id: `plan-${paths[0]}`,
      label,
      value,
      fullWidth: true,
      margin: 'normal' as const,
      error: error !== undefined,
      helperText: error ?? help,
      onChange: (event: { target: { value: string } }) =>
        onChange(change(event.target.value)),
    };
  };
  const clusterItems = clusters.map(cluster => (
    <MenuItem key={cluster.name} value={cluster.name}>
      {cluster.title ?? cluster.name}
      {cluster.status.connected
        ? ` (Kubernetes ${cluster.status.version ?? 'of unknown version'})`
        : ' (not connected)'}
    </MenuItem>
  ));
  return (
    <>
      <TextField
        {...field(['source'], 'Source cluster', values.source, source => ({
          ...values,
          source,
        }))}
        select
      >
        {clusterItems}
      </TextField>
      <TextField
        {...field(
          ['destination'],
          'Destination cluster',
          values.destination,
          destination => ({ ...values, destination }),
        )}
        select
      >
        {clusterItems}
      </TextField>
      {values.namespaces.map((mapping, index) => (
        <TextField
          key={mapping.source}
          {...field(
            [
              `namespaces[${index}].destination`,
              // a plan's own namespaces have no field here, so this is where their absence shows
              `namespaces[${index}].source`,
            ],
            `Namespace of ${mapping.source} on the destination`,
            mapping.destination,
            destination => ({
              ...values,
              namespaces: values.namespaces.map((other, at) =>
                at === index ? { ...other, destination } : other,
              ),
            }),
            'It is created if it is not there',
          )}
        />
      ))}
      <TextField
        {...field(
          ['name'],
          'Name of the plan',
          values.name,
          name => ({ ...values, name }),
          'Lower-case letters, digits and dashes, at least 3',
        )}
      />
    </>
  );
};
