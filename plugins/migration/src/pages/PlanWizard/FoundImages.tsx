/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useCallback, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { ConditionList } from '../../components/ConditionList';
import { LoadError } from '../../components/LoadError';
import { PlannedImagesTable } from '../../components/PlannedImagesTable';
import { usePolled } from '../../hooks/usePolled';
import { migrationTranslationRef } from '../../translation';
import { inputOf } from './planDraft';
import { StepProps } from './StepProps';
import { discoveryInputOf } from './steps';

/** The images that are in use, with what the rules make of them. Asked when it is opened, and on demand. */
export const FoundImages = ({ draft, plan }: StepProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const input = discoveryInputOf(draft);
  const now =
    input && JSON.stringify({ ...input, images: inputOf(draft).images });
  const [asked, setAsked] = useState(now);
  const planId = plan?.id;
  const load = useCallback(
    async () =>
      asked === undefined
        ? undefined
        : api.discoverPlan(JSON.parse(asked), planId),
    [api, asked, planId],
  );
  const { value, error, reload } = usePolled(load, () => undefined);
  if (now === undefined) {
    return null;
  }
  const seen = new Map(
    plan?.plannedImages?.map(image => [image.reference, image]),
  );
  const images = (value?.plannedImages ?? []).map(image => {
    const { sizeBytes, destination } = seen.get(image.reference) ?? image;
    return { ...image, sizeBytes, destination };
  });
  const conditions = (value?.conditions ?? []).filter(({ field }) =>
    field?.startsWith('images'),
  );
  return (
    <Box mt={3}>
      <Box display="flex" justifyContent="space-between">
        <Typography variant="h6" component="h3">
          {t('images.found')}
        </Typography>
        <Button
          size="small"
          color="primary"
          onClick={() => {
            setAsked(now);
            reload();
          }}
        >
          {t('images.again')}
        </Button>
      </Box>
      {error && (
        <LoadError
          title={t('images.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <LinearProgress aria-label={t('images.finding')} />}
      {value && images.length === 0 && (
        <Typography>{t('images.none')}</Typography>
      )}
      {images.length > 0 && <PlannedImagesTable images={images} />}
      {conditions.length > 0 && <ConditionList conditions={conditions} />}
    </Box>
  );
};
