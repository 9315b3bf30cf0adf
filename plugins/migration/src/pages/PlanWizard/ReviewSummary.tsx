/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { StructuredMetadataTable } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { migrationTranslationRef } from '../../translation';
import { inputOf, PlanDraft } from './planDraft';

/** What was chosen, step by step. */
export const ReviewSummary = ({ draft }: { draft: PlanDraft }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const input = inputOf(draft);
  const { objects = {}, transforms = [], hooks = [], volumes = [] } = input;
  const metadata = {
    [t('wizard.review.fields.name')]: draft.name,
    [t('wizard.review.fields.type')]: t(
      `wizard.general.types.${draft.type ?? 'full'}`,
    ),
    [t('wizard.review.fields.clusters')]: t('wizard.review.fromTo', {
      source: draft.source,
      destination: draft.destination,
    }),
    [t('wizard.review.fields.namespaces')]: draft.namespaces.map(
      ({ source, destination }) =>
        destination && destination !== source
          ? `${source} → ${destination}`
          : source,
    ),
    [t('wizard.review.fields.volumes')]:
      volumes.length > 0
        ? volumes.map(({ namespace, claim }) => `${namespace}/${claim}`)
        : t('wizard.review.allDefaults'),
    [t('wizard.review.fields.objects')]: [
      objects.includedKinds
        ? t('wizard.review.kindsOnly', {
            kinds: objects.includedKinds.join(', '),
          })
        : t('wizard.review.kindsAll'),
      ...(transforms.length > 0
        ? [t('wizard.review.changes', { amount: String(transforms.length) })]
        : []),
    ].join('; '),
    [t('wizard.review.fields.hooks')]:
      hooks.length > 0
        ? hooks.map(({ hook, phase }) => `${hook} (${phase})`)
        : t('wizard.review.none'),
  };
  return (
    <StructuredMetadataTable
      metadata={metadata}
      options={{ titleFormat: title => title }}
    />
  );
};
