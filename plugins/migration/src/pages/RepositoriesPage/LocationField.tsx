/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { fieldsOf, secrets } from './repositoryForm';

export interface LocationFieldProps {
  field: (typeof fieldsOf)['s3'][number];
  value: string;
  /** Whether an empty secret keeps the stored one. */
  kept: boolean;
  error?: string;
  onValue(value: string): void;
}

/** One field of where a repository lies. A secret is only written. */
export const LocationField = (props: LocationFieldProps) => {
  const { field, kept, ...rest } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const secret = secrets.includes(field);
  const helps: Partial<Record<typeof field, string>> = {
    prefix: t('repositories.form.prefixHelp'),
    endpoint: t('repositories.form.endpointHelp'),
    caBundle: t('repositories.form.caBundleHelp'),
    serviceAccountJson: t('repositories.form.serviceAccountHelp'),
  };
  const file = field === 'caBundle' || field === 'serviceAccountJson';
  return (
    <FormField
      id={`repository-${field}`}
      label={t(`repositories.form.${field}`)}
      help={secret && kept ? t('repositories.form.secretKept') : helps[field]}
      code={file}
      {...(secret &&
        !file && { type: 'password', autoComplete: 'new-password' })}
      {...rest}
    />
  );
};
