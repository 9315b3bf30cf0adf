/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { MigrationPod } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { LogText } from '../../components/LogText';
import { withoutTimes } from '../../presentation/appendLog';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';
import { useFollowedLog } from './useFollowedLog';

export interface PodLogDialogProps {
  migrationId: string;
  pod: MigrationPod;
  onClose(): void;
}

/** What a mover or hook writes, as it writes it: searchable, with its colours, to download. */
export const PodLogDialog = (props: PodLogDialogProps) => {
  const { migrationId, pod, onClose } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const [container, setContainer] = useState(pod.containers[0]?.name);
  const [following, setFollowing] = useState(true);
  const [times, setTimes] = useState(false);
  const { value, error, loading, reload, follow } = useFollowedLog(
    migrationId,
    pod,
    container,
    following,
  );
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="lg"
      aria-labelledby="pod-log-title"
    >
      <DialogTitle id="pod-log-title" style={{ overflowWrap: 'anywhere' }}>
        {t('pods.log.title', {
          pod: [pod.cluster, pod.namespace, pod.name].join(' / '),
        })}
      </DialogTitle>
      <DialogContent>
        <Box display="flex" flexWrap="wrap" alignItems="center" gridGap={16}>
          {pod.containers.length > 1 && (
            <TextField
              select
              id="pod-log-container"
              label={t('pods.log.container')}
              value={container}
              onChange={event => setContainer(event.target.value)}
              SelectProps={{ native: true }}
            >
              {pod.containers.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </TextField>
          )}
          <FormControlLabel
            label={t('pods.log.follow')}
            control={
              <Switch
                color="primary"
                checked={following}
                onChange={(_, checked) => {
                  setFollowing(checked);
                  if (checked) {
                    follow();
                  }
                }}
              />
            }
          />
          <FormControlLabel
            label={t('pods.log.times')}
            control={
              <Switch
                color="primary"
                checked={times}
                onChange={(_, checked) => setTimes(checked)}
              />
            }
          />
        </Box>
        {error && value !== undefined && (
          <InlineError
            message={t('pods.log.stopped', { error: errorMessage(error) })}
          />
        )}
        <div style={{ height: '55vh' }}>
          {loading && <Progress />}
          {error && value === undefined && (
            <LoadError
              title={t('pods.log.failed')}
              error={error}
              onRetry={reload}
            />
          )}
          {value === '' && <Typography>{t('pods.log.empty')}</Typography>}
          {value && (
            <LogText
              text={times ? value : withoutTimes(value)}
              whole={value}
              fileName={`${pod.cluster}-${pod.namespace}-${pod.name}.log`}
            />
          )}
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('pods.log.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
