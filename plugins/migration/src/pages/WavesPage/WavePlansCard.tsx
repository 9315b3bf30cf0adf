/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  Wave,
  WavePlanState,
} from '@namespace-migration/plugin-migration-common';
import { useSearchParams } from 'react-router-dom';
import { FilterSelect } from '../../components/FilterSelect';
import { TablePages, usePage } from '../../components/TablePages';
import { useNow } from '../../hooks/useNow';
import { wavesMessages } from '../../messages/waves';
import { waveSegments } from '../../presentation/waveSegments';
import { migrationTranslationRef } from '../../translation';
import { WavePlanRow } from './WavePlanRow';

const columns = Object.keys(wavesMessages.plans.columns) as Array<
  keyof typeof wavesMessages.plans.columns
>;

/** Each plan of the wave in its order; the URL holds the state that is asked for. */
export const WavePlansCard = ({ wave }: { wave: Wave }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const now = useNow(wave.counts.Running > 0);
  const [parameters, setParameters] = useSearchParams();
  const state = parameters.get('state') ?? '';
  const plans = wave.plans ?? [];
  const names = new Map(plans.map(({ planId, name }) => [planId, name]));
  const { rows, pages } = usePage(
    plans
      .map((plan, index) => ({ plan, position: index + 1 }))
      .filter(({ plan }) => !state || plan.state === state),
  );
  const states = new Set(waveSegments(wave.counts).map(part => part.state));
  if (state in wavesMessages.planStates) {
    states.add(state as WavePlanState);
  }
  return (
    <InfoCard title={`${t('waves.plans.title')} (${plans.length})`}>
      <Box mb={2}>
        <FilterSelect
          id="wave-plans-state"
          label={t('waves.plans.state')}
          any={t('waves.plans.any')}
          value={state}
          options={[...states].map(value => ({
            value,
            label: t(`waves.planStates.${value}`),
          }))}
          onChange={chosen =>
            setParameters(chosen ? { state: chosen } : {}, { replace: true })
          }
        />
      </Box>
      <TableContainer>
        <Table size="small" aria-label={t('waves.plans.title')}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell key={column}>
                  {t(`waves.plans.columns.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ plan, position }) => (
              <WavePlanRow
                key={plan.planId}
                plan={plan}
                position={position}
                names={names}
                now={now}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.length === 0 && (
        <Box mt={2}>
          <Typography>{t('waves.plans.none')}</Typography>
        </Box>
      )}
      <TablePages {...pages} rowsPerPage={t('waves.plans.rowsPerPage')} />
    </InfoCard>
  );
};
