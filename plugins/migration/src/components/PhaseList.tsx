/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { MigrationPhase } from '@namespace-migration/plugin-migration-common';
import { formatSeconds, secondsBetween } from '../presentation/formatSeconds';
import { phaseName } from '../presentation/phaseName';
import { waitOf } from '../presentation/waitOf';
import { migrationTranslationRef } from '../translation';
import { StateIcon } from './StateIcon';
import { WaitText } from './WaitText';

const useStyles = makeStyles(theme => ({
  row: { '& td': { borderBottom: 0, padding: theme.spacing(0.5, 1) } },
  icon: { width: 34, verticalAlign: 'top' },
  idle: { color: theme.palette.text.secondary },
  seconds: { whiteSpace: 'nowrap' },
  waiting: { overflowWrap: 'anywhere' },
}));

/** Each phase with its duration, its attempts when it needed more than one, and what it waits for. */
export const PhaseList = (props: { phases: MigrationPhase[]; now: number }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  return (
    <>
      <Typography variant="subtitle2" gutterBottom>
        {t('itinerary.phases')}
      </Typography>
      <Table size="small" aria-label={t('itinerary.phases')}>
        <TableBody>
          {props.phases.map(phase => {
            const seconds = secondsBetween(
              phase.startedAt,
              phase.endedAt,
              props.now,
            );
            const wait = waitOf(phase, props.now);
            const idle = ['pending', 'skipped'].includes(phase.state);
            return (
              <TableRow
                key={`${phase.itinerary} ${phase.phase}`}
                className={classes.row}
              >
                <TableCell className={classes.icon}>
                  <StateIcon
                    small
                    state={phase.state === 'waiting' ? 'running' : phase.state}
                  />
                </TableCell>
                <TableCell className={idle ? classes.idle : undefined}>
                  {phase.attempts > 1
                    ? t('itinerary.attempt', {
                        phase: phaseName(phase.phase, t),
                        attempts: String(phase.attempts),
                      })
                    : phaseName(phase.phase, t)}
                  {wait && (
                    <Typography
                      variant="caption"
                      color="textSecondary"
                      component="div"
                      className={classes.waiting}
                    >
                      <WaitText wait={wait} />
                    </Typography>
                  )}
                </TableCell>
                <TableCell align="right" className={classes.seconds}>
                  {seconds !== undefined && !idle && formatSeconds(seconds)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </>
  );
};
