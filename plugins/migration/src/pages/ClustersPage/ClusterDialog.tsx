/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cluster } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { migrationTranslationRef } from '../../translation';
import { FormDialog } from '../registry/FormDialog';
import { FormField } from '../registry/FormField';
import { ClusterConnectionFields } from './ClusterConnectionFields';
import {
  clusterFields,
  clusterInputOf,
  clusterValuesOf,
  isComplete,
} from './clusterForm';
import { ClusterOptionsFields } from './ClusterOptionsFields';

export interface ClusterDialogProps {
  /** The cluster to change; a new one without. */
  cluster?: Cluster;
  onClose(): void;
  onSaved(): void;
}

/** Registers or changes a cluster. The server tests it before it keeps it. */
export const ClusterDialog = (props: ClusterDialogProps) => {
  const { cluster } = props;
  const api = useApi(migrationApiRef);
  const { t } = useTranslationRef(migrationTranslationRef);
  const [values, setValues] = useState(() => clusterValuesOf(cluster));
  const save = async () => {
    const input = clusterInputOf(values);
    await (cluster
      ? api.updateCluster(cluster.name, input)
      : api.registerCluster(input));
  };
  return (
    <FormDialog
      title={
        cluster
          ? t('clusters.form.editTitle', { name: cluster.name })
          : t('clusters.form.registerTitle')
      }
      intro={t('clusters.form.intro')}
      submit={cluster ? t('registry.save') : t('clusters.form.submit')}
      submitting={t('registry.saving')}
      fields={clusterFields}
      complete={isComplete(values, cluster)}
      save={save}
      onClose={props.onClose}
      onSaved={props.onSaved}
    >
      {errors => (
        <>
          <FormField
            id="cluster-name"
            label={t('registry.name')}
            value={values.name}
            disabled={Boolean(cluster)}
            onValue={name => setValues({ ...values, name })}
            help={t('clusters.form.nameHelp')}
            error={errors.name}
          />
          <FormField
            id="cluster-title"
            label={t('registry.title')}
            value={values.title}
            onValue={title => setValues({ ...values, title })}
            help={t('registry.titleHelp')}
            error={errors.title}
          />
          <ClusterConnectionFields
            values={values}
            known={cluster}
            errors={errors}
            onChange={setValues}
          />
          <ClusterOptionsFields
            values={values}
            errors={errors}
            onChange={setValues}
          />
        </>
      )}
    </FormDialog>
  );
};
