/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { MigrationType } from '@namespace-migration/plugin-migration-common';
import { formatSeconds } from '../../presentation/formatSeconds';
import { phaseName } from '../../presentation/phaseName';
import { migrationTranslationRef } from '../../translation';
import { Timeline, TimelineBar } from './timelineOf';

const LABEL = 120;
const ROW = 28;

const useStyles = makeStyles(theme => ({
  picture: {
    display: 'grid',
    gridTemplateColumns: `${LABEL}px minmax(320px, 1fr)`,
    minWidth: 480,
    ...theme.typography.caption,
  },
  labels: { color: theme.palette.text.primary },
  label: {
    height: ROW,
    lineHeight: `${ROW}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingRight: theme.spacing(1),
  },
  // room at the right for the last time of the axis
  plot: { position: 'relative', marginRight: theme.spacing(5) },
  row: {
    position: 'relative',
    height: ROW,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  bar: {
    position: 'absolute',
    top: 5,
    bottom: 5,
    minWidth: 3,
    borderRadius: 3,
    background: theme.palette.primary.main,
    // neighbours stay apart where they touch
    border: `1px solid ${theme.palette.background.paper}`,
  },
  running: {
    backgroundImage: `repeating-linear-gradient(135deg, ${alpha(
      theme.palette.background.paper,
      0.45,
    )} 0 4px, transparent 4px 10px)`,
  },
  failed: { background: theme.palette.error.main },
  downtime: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    minWidth: 2,
    background: alpha(theme.palette.error.main, 0.16),
    borderLeft: `2px solid ${theme.palette.error.main}`,
    borderRight: `2px solid ${theme.palette.error.main}`,
  },
  caption: {
    position: 'relative',
    height: ROW,
    lineHeight: `${ROW}px`,
    color: theme.palette.text.primary,
    fontWeight: theme.typography.fontWeightBold as number,
    whiteSpace: 'nowrap',
  },
  axis: {
    position: 'relative',
    height: ROW,
    color: theme.palette.text.secondary,
  },
  tick: {
    position: 'absolute',
    top: 0,
    paddingTop: theme.spacing(0.5),
    paddingLeft: theme.spacing(0.5),
    borderLeft: `1px solid ${theme.palette.text.secondary}`,
    whiteSpace: 'nowrap',
  },
}));

export interface TimelinePictureProps {
  timeline: Timeline;
  type: MigrationType;
}

/** Bars of phases, a row for each step, with a text that tells the same in short; the list of phases tells all of it. */
export const TimelinePicture = ({ timeline, type }: TimelinePictureProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const { rows, ticks, downtime } = timeline;
  const bars = rows.flatMap(row => row.bars);
  const longest = bars.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  const titleOf = ({ phase, state, seconds }: TimelineBar) => {
    const values = {
      phase: phaseName(phase, t),
      seconds: formatSeconds(seconds),
    };
    if (state === 'failed') {
      return t('timeline.barFailed', values);
    }
    return isRunning(state)
      ? t('timeline.barRunning', values)
      : t('timeline.bar', values);
  };
  const stopped = downtime && {
    seconds: formatSeconds(downtime.seconds),
    from: formatSeconds(downtime.from),
  };
  const summary = [
    t('timeline.summary', {
      phases: String(bars.length),
      length: formatSeconds(timeline.seconds),
      longest: phaseName(longest.phase, t),
      longestTime: formatSeconds(longest.seconds),
    }),
    stopped &&
      (downtime.running
        ? t('timeline.summaryStopped', stopped)
        : t('timeline.summaryDowntime', stopped)),
  ];
  return (
    <div
      role="img"
      aria-label={summary.filter(Boolean).join(' ')}
      className={classes.picture}
    >
      <div className={classes.labels}>
        {stopped && <div className={classes.caption} />}
        {rows.map(({ step, itinerary }, index) => (
          <div key={`${index} ${step}`} className={classes.label}>
            {itinerary === type
              ? t(`states.steps.${step}`)
              : t('timeline.ofItinerary', {
                  step: t(`states.steps.${step}`),
                  itinerary: t(`states.itineraries.${itinerary}`),
                })}
          </div>
        ))}
      </div>
      <div className={classes.plot}>
        {stopped && (
          <div className={classes.caption}>
            <span
              style={{
                position: 'absolute',
                // a window late in the axis has its caption on its left
                ...(downtime.left > 50
                  ? { right: `${100 - downtime.left - downtime.width}%` }
                  : { left: `${downtime.left}%` }),
              }}
            >
              {downtime.running
                ? t('timeline.downtimeIs', stopped)
                : t('timeline.downtimeWas', stopped)}
            </span>
          </div>
        )}
        <div style={{ position: 'relative' }}>
          {downtime && (
            <div
              className={classes.downtime}
              style={{ left: `${downtime.left}%`, width: `${downtime.width}%` }}
            />
          )}
          {rows.map((row, index) => (
            <div key={`${index} ${row.step}`} className={classes.row}>
              {row.bars.map(bar => (
                <div
                  key={bar.phase}
                  title={titleOf(bar)}
                  className={[
                    classes.bar,
                    isRunning(bar.state) && classes.running,
                    bar.state === 'failed' && classes.failed,
                  ]
                    .filter(Boolean)
                    .join(' ')}
                  style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                />
              ))}
            </div>
          ))}
        </div>
        <div className={classes.axis}>
          {ticks.map(({ left, seconds }) => (
            <div
              key={seconds}
              className={classes.tick}
              style={{ left: `${left}%` }}
            >
              {seconds === 0 ? '0' : formatSeconds(seconds)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
};

function isRunning(state: TimelineBar['state']): boolean {
  return state === 'running' || state === 'waiting';
}
