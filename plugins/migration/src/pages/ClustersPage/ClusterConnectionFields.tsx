/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Cluster } from '@namespace-migration/plugin-migration-common';
import { ChangeEvent } from 'react';
import { InlineError } from '../../components/InlineError';
import { FieldErrors } from '../../presentation/fieldErrors';
import { migrationTranslationRef } from '../../translation';
import { ChoiceField } from '../registry/ChoiceField';
import { FormField } from '../registry/FormField';
import { ClusterValues } from './clusterForm';

export interface ClusterConnectionFieldsProps {
  values: ClusterValues;
  known?: Cluster;
  errors: FieldErrors;
  onChange(values: ClusterValues): void;
}

/** How the portal reaches the cluster. Credentials are only written. */
export const ClusterConnectionFields = (
  props: ClusterConnectionFieldsProps,
) => {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const kept = props.known?.connection.kind === values.kind;
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) {
      onChange({ ...values, kubeconfig: await file.text() });
    }
  };
  return (
    <>
      <ChoiceField
        id="cluster-kind"
        label={t('clusters.form.kind')}
        value={values.kind}
        onChoose={kind => onChange({ ...values, kind })}
        choices={[
          { value: 'kubeconfig', label: t('clusters.form.kubeconfigKind') },
          {
            value: 'serviceAccount',
            label: t('clusters.form.serviceAccountKind'),
          },
          { value: 'inCluster', label: t('clusters.form.inClusterKind') },
        ]}
      />
      {values.kind === 'kubeconfig' && (
        <>
          <FormField
            id="cluster-kubeconfig"
            label={t('clusters.form.kubeconfig')}
            code
            value={values.kubeconfig}
            onValue={kubeconfig => onChange({ ...values, kubeconfig })}
            help={t(
              kept
                ? 'clusters.form.kubeconfigKept'
                : 'clusters.form.kubeconfigHelp',
            )}
            error={errors['connection.kubeconfig'] ?? errors.connection}
          />
          <Button component="label" variant="outlined">
            {t('clusters.form.chooseFile')}
            <input
              type="file"
              hidden
              onChange={read}
              aria-label={t('clusters.form.kubeconfigFile')}
            />
          </Button>
          <FormField
            id="cluster-context"
            label={t('clusters.form.context')}
            value={values.context}
            onValue={context => onChange({ ...values, context })}
            help={t('clusters.form.contextHelp')}
            error={errors['connection.context']}
          />
        </>
      )}
      {values.kind === 'serviceAccount' && (
        <>
          <FormField
            id="cluster-server"
            label={t('clusters.form.server')}
            type="url"
            value={values.server}
            onValue={server => onChange({ ...values, server })}
            help={t('clusters.form.serverHelp')}
            error={errors['connection.server'] ?? errors.connection}
          />
          <FormField
            id="cluster-ca"
            label={t('clusters.form.caBundle')}
            code
            value={values.caBundle}
            onValue={caBundle => onChange({ ...values, caBundle })}
            help={t(
              kept
                ? 'clusters.form.caBundleKept'
                : 'clusters.form.caBundleHelp',
            )}
            error={errors['connection.caBundle']}
          />
          <FormField
            id="cluster-token"
            label={t('clusters.form.token')}
            type="password"
            autoComplete="new-password"
            value={values.token}
            onValue={token => onChange({ ...values, token })}
            help={t(kept ? 'registry.kept' : 'clusters.form.tokenHelp')}
            error={errors['connection.token']}
          />
        </>
      )}
      {values.kind === 'inCluster' && (
        <>
          <Typography variant="body2">
            {t('clusters.form.inClusterNote')}
          </Typography>
          {errors.connection && <InlineError message={errors.connection} />}
        </>
      )}
    </>
  );
};
