/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import {
  ImageCredentials,
  ImageRegistry,
} from '@namespace-migration/plugin-migration-common';
import { ReactNode } from 'react';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { ImagesProps } from './ImagesProps';
import { RowsSection } from './RowsSection';

/** How registries are reached. */
export const ImageRegistriesFields = (props: ImagesProps) => {
  const { images, errors, onImages } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <RowsSection<ImageRegistry>
      title={t('images.registries')}
      help={t('images.registriesHelp')}
      error={errors['images.registries']}
      rows={images.registries ?? []}
      add={t('images.addRegistry')}
      remove={number => t('images.removeRegistry', { number })}
      fresh={{ registry: '' }}
      onRows={registries =>
        onImages({ registries: registries.length ? registries : undefined })
      }
    >
      {(row, index, change) => {
        const number = String(index + 1);
        const at = `images.registries[${index}]`;
        const { credentials } = row;
        const set = (part: Partial<ImageCredentials>) =>
          change({ ...row, credentials: withPart(credentials, part) });
        const item = (field: ReactNode) => (
          <Grid item xs={12} md={4}>
            {field}
          </Grid>
        );
        return (
          <Grid container spacing={2}>
            {item(
              <FormField
                id={`wizard-registry-${index}`}
                label={t('images.registry', { number })}
                value={row.registry}
                error={errors[`${at}.registry`]}
                onValue={registry => change({ ...row, registry })}
              />,
            )}
            {item(
              <FormField
                id={`wizard-registry-${index}-address`}
                label={t('images.address', { number })}
                value={row.address ?? ''}
                error={errors[`${at}.address`]}
                onValue={address =>
                  change({ ...row, address: address || undefined })
                }
              />,
            )}
            {item(
              <FormField
                id={`wizard-registry-${index}-ca`}
                label={t('images.caBundle', { number })}
                help={t('images.caBundleHelp')}
                value={row.caBundle ?? ''}
                error={errors[`${at}.caBundle`]}
                multiline
                maxRows={6}
                onValue={caBundle =>
                  change({ ...row, caBundle: caBundle || undefined })
                }
              />,
            )}
            {item(
              <Choice
                id={`wizard-registry-${index}-cluster`}
                label={t('images.cluster', { number })}
                value={credentials?.cluster ?? 'source'}
                options={(['source', 'destination'] as const).map(value => ({
                  value,
                  label: t(`images.clusters.${value}`),
                }))}
                onValue={cluster =>
                  set({ cluster: cluster as ImageCredentials['cluster'] })
                }
              />,
            )}
            {item(
              <FormField
                id={`wizard-registry-${index}-namespace`}
                label={t('images.namespace', { number })}
                value={credentials?.namespace ?? ''}
                error={errors[`${at}.credentials.namespace`]}
                onValue={namespace => set({ namespace })}
              />,
            )}
            {item(
              <FormField
                id={`wizard-registry-${index}-secret`}
                label={t('images.secret', { number })}
                help={t('images.secretHelp')}
                value={credentials?.secret ?? ''}
                error={errors[`${at}.credentials.secret`]}
                onValue={secret => set({ secret })}
              />,
            )}
          </Grid>
        );
      }}
    </RowsSection>
  );
};

/** Credentials that name nothing are none. */
function withPart(
  before: ImageCredentials | undefined,
  part: Partial<ImageCredentials>,
): ImageCredentials | undefined {
  const after: ImageCredentials = {
    cluster: 'source',
    namespace: '',
    secret: '',
    ...before,
    ...part,
  };
  return after.namespace || after.secret || part.cluster === 'destination'
    ? after
    : undefined;
}
