/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import { migrationTranslationRef } from '../translation';
import { VolumeProgressBar } from './VolumeProgressBar';

export const VolumeProgressList = (props: {
  volumes: VolumeProgress[];
  ended: boolean;
}) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <>
      <Typography variant="subtitle2" gutterBottom>
        {t('progress.title')}
      </Typography>
      {props.volumes.map(volume => (
        <VolumeProgressBar
          key={`${volume.namespace}/${volume.claim}`}
          volume={volume}
          ended={props.ended}
        />
      ))}
    </>
  );
};
