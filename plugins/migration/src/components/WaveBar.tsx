/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  WaveCounts,
  WavePlanState,
} from '@namespace-migration/plugin-migration-common';
import { waveSegments } from '../presentation/waveSegments';
import { migrationTranslationRef } from '../translation';

const useStyles = makeStyles(theme => {
  const waiting =
    theme.palette.type === 'dark'
      ? theme.palette.grey[700]
      : theme.palette.grey[400];
  const colours: Record<WavePlanState, string> = {
    Succeeded: theme.palette.success.main,
    Running: theme.palette.info.main,
    Failed: theme.palette.error.main,
    Canceled: theme.palette.error.main,
    Refused: theme.palette.warning.main,
    Skipped: theme.palette.warning.main,
    Waiting: waiting,
    NotStarted: waiting,
    Removed: waiting,
  };
  const parts = Object.fromEntries(
    Object.entries(colours).map(([state, backgroundColor]) => [
      state,
      { backgroundColor },
    ]),
  ) as Record<WavePlanState, { backgroundColor: string }>;
  return {
    ...parts,
    bar: {
      display: 'flex',
      width: '100%',
      minWidth: 80,
      borderRadius: 4,
      overflow: 'hidden',
      gap: 2,
    },
    // few among many are still seen
    part: { minWidth: 4, transition: 'flex-grow 0.5s' },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      ...theme.typography.body2,
    },
    entry: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    dot: { width: 10, height: 10, borderRadius: 2 },
  };
});

export interface WaveBarProps {
  counts: WaveCounts;
  /** Thick and with names, for the page of the wave. */
  large?: boolean;
}

/** One bar over all plans of a wave, a part for each state. */
export const WaveBar = ({ counts, large }: WaveBarProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const segments = waveSegments(counts).map(segment => ({
    ...segment,
    text: t('waves.picture.part', {
      amount: String(segment.amount),
      state: t(`waves.planStates.${segment.state}`),
    }),
  }));
  return (
    <>
      <div
        role="img"
        aria-label={t('waves.picture.label', {
          text: segments.map(({ text }) => text).join(', '),
        })}
        className={classes.bar}
        style={{ height: large ? 20 : 8 }}
      >
        {segments.map(({ state, share, text }) => (
          <div
            key={state}
            title={text}
            className={`${classes.part} ${classes[state]}`}
            style={{ flexGrow: share, flexBasis: 0 }}
          />
        ))}
      </div>
      {large && (
        <ul className={classes.legend}>
          {segments.map(({ state, text }) => (
            <li key={state} className={classes.entry}>
              <span className={`${classes.dot} ${classes[state]}`} />
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
