/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import { describeProgress } from '../presentation/describeProgress';
import { progressOf } from '../presentation/volumeProgress';
import { migrationTranslationRef } from '../translation';

export interface VolumeProgressBarProps {
  volume: VolumeProgress;
  /** The migration has ended, so that nothing goes on any more, whatever the volume's last state is. */
  ended: boolean;
}

/** How far one volume is: bytes, files, rate, time left. */
export const VolumeProgressBar = (props: VolumeProgressBarProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const interrupted =
    props.ended &&
    ['preparing', 'copying', 'verifying'].includes(props.volume.state);
  const volume = interrupted
    ? {
        ...props.volume,
        bytesPerSecond: undefined,
        secondsRemaining: undefined,
      }
    : props.volume;
  const progress = progressOf(volume);
  const state = t(
    `states.volumes.${interrupted ? 'interrupted' : volume.state}`,
  );
  const name = `${volume.namespace}/${volume.claim}`;
  return (
    <Box mb={2}>
      <Box display="flex" justifyContent="space-between">
        <Typography variant="body2" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {volume.pass ? t(`progress.passes.${volume.pass}`, { state }) : state}
        </Typography>
      </Box>
      <Box mt={0.5} mb={0.5}>
        <LinearProgress
          aria-label={t('progress.label', { volume: name })}
          variant={
            !props.ended &&
            (progress.percent === undefined || volume.state === 'verifying')
              ? 'indeterminate'
              : 'determinate'
          }
          value={progress.percent ?? 0}
          color={volume.state === 'failed' ? 'secondary' : 'primary'}
        />
      </Box>
      <Typography variant="caption" color="textSecondary">
        {describeProgress(volume, t)}
      </Typography>
    </Box>
  );
};
