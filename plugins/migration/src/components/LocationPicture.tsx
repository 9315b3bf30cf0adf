/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { totalProgress } from '../presentation/volumeProgress';
import { migrationTranslationRef } from '../translation';
import { ClusterBox } from './ClusterBox';
import { MovingArrow } from './MovingArrow';

const useStyles = makeStyles(theme => ({
  picture: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(120px, 200px) minmax(0, 1fr)',
    alignItems: 'center',
    gap: theme.spacing(2),
    margin: 0,
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
}));

/** Source, destination, and what goes from one to the other. */
export const LocationPicture = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const last = plan.lastMigration;
  const running = last && !last.endedAt;
  const { percent } = totalProgress(last?.volumes ?? []);
  const back = plan.state === 'RollingBack' || plan.state === 'Canceling';
  const final = last?.volumes.some(({ pass }) => pass === 'final');
  const copying = running && !back && percent !== undefined;
  return (
    <figure
      className={classes.picture}
      aria-label={t('sides.picture', {
        source: plan.source,
        destination: plan.destination,
      })}
    >
      <ClusterBox plan={plan} side="source" />
      <MovingArrow
        moving={Boolean(running)}
        reversed={back}
        label={
          copying
            ? t(final ? 'sides.copiedFinal' : 'sides.copied', {
                percent: String(Math.floor(percent)),
              })
            : undefined
        }
      />
      <ClusterBox plan={plan} side="destination" />
    </figure>
  );
};
