/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { migrationApiRef } from '../../api/migrationApiRef';
import { ConditionList } from '../../components/ConditionList';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { useCommand } from '../../hooks/useCommand';
import { errorMessage } from '../../presentation/errorMessage';
import { formatCount } from '../../presentation/formatCount';
import { formatTime } from '../../presentation/formatTime';
import { migrationTranslationRef } from '../../translation';
import { PreviewCounts } from './PreviewCounts';
import { PreviewObjects } from './PreviewObjects';
import { usePreview } from './usePreview';

/** What the plan would do to each object, asked of the destination with a dry run. */
export const PreviewCard = ({ planId }: { planId: string }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const { value: preview, error, loading, reload } = usePreview(planId);
  const command = useCommand();
  const running = preview?.state === 'running';
  const start = async () => {
    await command.run(async () => {
      await api.startPreview(planId);
    });
    reload();
  };
  return (
    <InfoCard
      title={t('preview.title')}
      subheader={
        preview
          ? t('preview.madeAt', {
              time: formatTime(preview.endedAt ?? preview.startedAt),
            })
          : t('preview.about')
      }
      action={
        <Box pt={1} pr={1}>
          <Button
            variant="outlined"
            color="primary"
            disabled={loading || running || command.running}
            onClick={start}
          >
            {preview ? t('preview.again') : t('preview.start')}
          </Button>
        </Box>
      }
    >
      {command.error && <InlineError message={errorMessage(command.error)} />}
      {loading && <Progress />}
      {error && (
        <LoadError
          title={t('preview.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {preview === null && <Typography>{t('preview.none')}</Typography>}
      {preview && (
        <>
          {running && (
            <Box mb={2} aria-live="polite">
              <Typography gutterBottom>
                {t('preview.running', {
                  amount: formatCount(preview.progress.objects),
                })}
              </Typography>
              <LinearProgress aria-label={t('preview.title')} />
            </Box>
          )}
          {!preview.current && <InlineError message={t('preview.outdated')} />}
          {preview.state === 'failed' && (
            <InlineError message={t('preview.failed')} />
          )}
          <PreviewCounts counts={preview.counts} />
          {preview.conditions.length > 0 && (
            <Box mb={2}>
              <ConditionList conditions={preview.conditions} />
            </Box>
          )}
          {!running && preview.counts.objects > 0 && (
            <PreviewObjects planId={planId} made={preview.startedAt} />
          )}
        </>
      )}
    </InfoCard>
  );
};
