/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { Cluster } from '@namespace-migration/plugin-migration-common';
import { FieldErrors } from '../presentation/fieldErrors';
import { PlanValues } from '../presentation/planForm';
import { migrationTranslationRef, Translate } from '../translation';

export interface PlanFieldsProps {
  values: PlanValues;
  clusters: Cluster[];
  errors: FieldErrors;
  onChange(values: PlanValues): void;
}

export const PlanFields = (props: PlanFieldsProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
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
      {clusterText(cluster, t)}
    </MenuItem>
  ));
  return (
    <>
      <TextField
        {...field(
          ['source'],
          t('planDialog.source'),
          values.source,
          source => ({
            ...values,
            source,
          }),
        )}
        select
      >
        {clusterItems}
      </TextField>
      <TextField
        {...field(
          ['destination'],
          t('planDialog.destination'),
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
            t('planDialog.namespace', { name: mapping.source }),
            mapping.destination,
            destination => ({
              ...values,
              namespaces: values.namespaces.map((other, at) =>
                at === index ? { ...other, destination } : other,
              ),
            }),
            t('planDialog.namespaceHelp'),
          )}
        />
      ))}
      <TextField
        {...field(
          ['name'],
          t('planDialog.name'),
          values.name,
          name => ({ ...values, name }),
          t('planDialog.nameHelp'),
        )}
      />
    </>
  );
};

function clusterText({ name, title, status }: Cluster, t: Translate): string {
  const cluster = title || name;
  if (!status.connected) {
    return t('planDialog.clusterNotConnected', { cluster });
  }
  const { version } = status;
  return version
    ? t('planDialog.clusterVersion', { cluster, version })
    : t('planDialog.clusterNoVersion', { cluster });
}
