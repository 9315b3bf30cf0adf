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
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { usePolled } from '../../hooks/usePolled';
import { migrationTranslationRef } from '../../translation';
import { CopyOptions } from './CopyOptions';
import { StepProps } from './StepProps';
import { discoveryInputOf } from './steps';
import { VolumesTable } from './VolumesTable';

/** What becomes of each claim, beside what is proposed for it. */
export const VolumesStep = (props: StepProps) => {
  const { draft, plan, errors } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const now = JSON.stringify(discoveryInputOf(draft));
  // asked when the step is opened, and on demand: each time costs both clusters some reads
  const [asked, setAsked] = useState<string | undefined>(now);
  const planId = plan?.id;
  const load = useCallback(
    async () =>
      asked === undefined
        ? undefined
        : api.discoverPlan(JSON.parse(asked), planId),
    [api, asked, planId],
  );
  const { value, error, reload } = usePolled(load, () => undefined);
  const again = () => {
    setAsked(now);
    reload();
  };
  const chosenOnly = (draft.type ?? 'full') !== 'full';

  if (asked === undefined) {
    return <Typography>{t('wizard.volumes.notYet')}</Typography>;
  }
  const conditions = (value?.conditions ?? []).filter(
    ({ field, object }) =>
      field?.startsWith('volumes[') || object?.kind === 'PersistentVolumeClaim',
  );
  return (
    <>
      <Typography gutterBottom>
        {t(chosenOnly ? 'wizard.volumes.aboutChosen' : 'wizard.volumes.about')}
      </Typography>
      {errors.volumes && <InlineError message={errors.volumes} />}
      {error && (
        <LoadError
          title={t('wizard.volumes.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && (
        <Box my={2} minHeight={240} aria-live="polite">
          <Typography gutterBottom>{t('wizard.volumes.finding')}</Typography>
          <LinearProgress aria-label={t('wizard.volumes.finding')} />
        </Box>
      )}
      {value && (
        <>
          <Box display="flex" justifyContent="flex-end">
            <Button size="small" color="primary" onClick={again}>
              {t('wizard.volumes.again')}
            </Button>
          </Box>
          {value.volumes.length === 0 ? (
            <Typography>
              {t(
                chosenOnly
                  ? 'wizard.volumes.noneChosen'
                  : 'wizard.volumes.none',
              )}
            </Typography>
          ) : (
            <VolumesTable {...props} volumes={value.volumes} />
          )}
        </>
      )}
      {conditions.length > 0 && (
        <Box mt={3}>
          <Typography variant="h6" component="h3" gutterBottom>
            {t('wizard.volumes.conditions')}
          </Typography>
          <ConditionList conditions={conditions} />
        </Box>
      )}
      <CopyOptions {...props} />
    </>
  );
};
