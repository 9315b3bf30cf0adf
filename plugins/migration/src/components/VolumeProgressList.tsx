/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import { migrationTranslationRef } from '../translation';
import { TablePages, usePage } from './TablePages';
import { VolumeProgressBar } from './VolumeProgressBar';

/** A page of bars, one for each volume. */
export const VolumeProgressList = (props: {
  volumes: VolumeProgress[];
  ended: boolean;
}) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { rows, pages } = usePage(props.volumes);
  return (
    <>
      <Typography variant="subtitle2" gutterBottom>
        {t('progress.title')}
      </Typography>
      {rows.map(volume => (
        <VolumeProgressBar
          key={`${volume.namespace}/${volume.claim}`}
          volume={volume}
          ended={props.ended}
        />
      ))}
      <TablePages {...pages} rowsPerPage={t('progress.rowsPerPage')} />
    </>
  );
};
