/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { useNow } from '../../hooks/useNow';
import { migrationTranslationRef } from '../../translation';
import { TimelinePicture } from './TimelinePicture';
import { timelineOf } from './timelineOf';

const useStyles = makeStyles({ content: { overflowX: 'auto' } });

/** The phases over time, with the window in which the application is stopped. */
export const TimelineCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const timeline = timelineOf(migration, useNow(!migration.endedAt));
  return timeline ? (
    <InfoCard title={t('timeline.title')} className={classes.content}>
      <TimelinePicture timeline={timeline} type={migration.type} />
    </InfoCard>
  ) : null;
};
