/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Wave } from '@namespace-migration/plugin-migration-common';
import { Person } from '../../components/Person';
import { ToneStatus } from '../../components/ToneStatus';
import { WaveBar } from '../../components/WaveBar';
import { useWaveTitle } from '../../hooks/useWaveTitle';
import { wavesMessages } from '../../messages/waves';
import { formatCount } from '../../presentation/formatCount';
import { formatTime } from '../../presentation/formatTime';
import { waveTones } from '../../presentation/waveStatus';
import { waveRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';

const columns = Object.keys(wavesMessages.columns) as Array<
  keyof typeof wavesMessages.columns
>;

const useStyles = makeStyles({
  name: { overflowWrap: 'anywhere', minWidth: 160 },
  bar: { width: '35%', minWidth: 180 },
  whole: { whiteSpace: 'nowrap' },
});

/** The waves of a page, each with its bar. */
export const WavesTable = ({ waves }: { waves: Wave[] }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const waveLink = useRouteRef(waveRouteRef);
  const titleOf = useWaveTitle();
  return (
    <TableContainer>
      <Table size="small" aria-label={t('waves.title')}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column}>{t(`waves.columns.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {waves.map(wave => (
            <TableRow key={wave.id} hover>
              <TableCell className={classes.name}>
                <Link to={waveLink({ waveId: wave.id })}>{titleOf(wave)}</Link>
                {wave.name && (
                  <Typography
                    variant="caption"
                    color="textSecondary"
                    component="div"
                  >
                    {t(`waves.types.${wave.type}`)}
                  </Typography>
                )}
              </TableCell>
              <TableCell className={classes.whole}>
                <ToneStatus tone={waveTones[wave.state]}>
                  {t(`waves.states.${wave.state}`)}
                </ToneStatus>
              </TableCell>
              <TableCell className={classes.bar}>
                <WaveBar counts={wave.counts} />
                <Typography variant="caption" color="textSecondary">
                  {t('waves.picture.done', {
                    done: formatCount(wave.counts.Succeeded),
                    all: formatCount(wave.counts.plans),
                  })}
                </Typography>
              </TableCell>
              <TableCell className={classes.name}>
                {wave.createdBy && <Person subject={wave.createdBy} />}
              </TableCell>
              <TableCell className={classes.whole}>
                {formatTime(wave.createdAt)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
