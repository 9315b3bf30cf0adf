/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Wave } from '@namespace-migration/plugin-migration-common';
import { useParams } from 'react-router-dom';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { Person } from '../../components/Person';
import { ToneStatus } from '../../components/ToneStatus';
import { WaveBar } from '../../components/WaveBar';
import { useWave } from '../../hooks/useWave';
import { useWaveTitle } from '../../hooks/useWaveTitle';
import { errorMessage } from '../../presentation/errorMessage';
import { formatTime } from '../../presentation/formatTime';
import { waveTones } from '../../presentation/waveStatus';
import { rootRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { WaveActions } from './WaveActions';
import { WavePlansCard } from './WavePlansCard';

/** What a person has to know or do now. */
function useNext(wave?: Wave): string {
  const { t } = useTranslationRef(migrationTranslationRef);
  if (!wave) {
    return '';
  }
  if (wave.state === 'Paused') {
    return wave.pausedBy
      ? t('waves.next.Paused', {
          by: wave.pausedBy.replace(/^user:default\//, ''),
        })
      : t('waves.next.Stopped');
  }
  return wave.state === 'Running'
    ? t('waves.next.Running', { concurrency: String(wave.concurrency) })
    : t(`waves.next.${wave.state}`);
}

/** One picture of a wave's progress, what can be done with it, and each of its plans. */
export const WavePage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const waveId = useParams().waveId ?? '';
  const waves = `${useRouteRef(rootRouteRef)()}/waves`;
  const { value: wave, error, reload } = useWave(waveId);
  const titleOf = useWaveTitle();
  const next = useNext(wave);
  if (!wave) {
    return error ? (
      <LoadError title={t('waves.waveFailed')} error={error} onRetry={reload}>
        <Link to={waves}>{t('waves.back')}</Link>
      </LoadError>
    ) : (
      <Progress />
    );
  }
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <Link to={waves}>{t('waves.back')}</Link>
        {error && (
          <InlineError
            message={t('waves.outdated', { error: errorMessage(error) })}
          />
        )}
      </Grid>
      <Grid item xs={12}>
        <InfoCard
          title={
            <span style={{ overflowWrap: 'anywhere' }}>{titleOf(wave)}</span>
          }
          subheader={
            <>
              {t(`waves.types.${wave.type}`)}
              {' · '}
              {formatTime(wave.createdAt)}
              {wave.createdBy && (
                <>
                  {' ·\u00a0'}
                  <Person subject={wave.createdBy} />
                </>
              )}
            </>
          }
        >
          <Box
            display="flex"
            flexWrap="wrap"
            justifyContent="space-between"
            alignItems="center"
            gridGap={16}
            mb={2}
          >
            <div aria-live="polite">
              <Typography variant="subtitle1" component="div">
                <ToneStatus tone={waveTones[wave.state]}>
                  {t(`waves.states.${wave.state}`)}
                </ToneStatus>
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {next}
              </Typography>
            </div>
            <WaveActions wave={wave} onChanged={reload} />
          </Box>
          <WaveBar counts={wave.counts} large />
        </InfoCard>
      </Grid>
      <Grid item xs={12}>
        <WavePlansCard wave={wave} />
      </Grid>
    </Grid>
  );
};
