/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  CheckResult,
  Plan,
} from '@namespace-migration/plugin-migration-common';
import { HeadCell } from '../../components/HeadCell';
import { ToneStatus } from '../../components/ToneStatus';
import { formatSeconds } from '../../presentation/formatSeconds';
import { formatTime } from '../../presentation/formatTime';
import { Tone } from '../../presentation/planStatus';
import { migrationTranslationRef } from '../../translation';

const tones: Record<CheckResult['outcome'], Tone> = {
  passed: 'ok',
  found: 'warning',
  failed: 'error',
  notMade: 'pending',
};

/** Each preflight check and how it ended. */
export const ChecksCard = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const checks = plan.checks ?? [];
  return (
    <InfoCard
      title={t('plan.checks.title')}
      subheader={
        plan.checkedAt &&
        t('plan.checks.checkedAt', { time: formatTime(plan.checkedAt) })
      }
    >
      {checks.length === 0 ? (
        <Typography>{t('plan.checks.none')}</Typography>
      ) : (
        <Table size="small" aria-label={t('plan.checks.title')}>
          <TableHead>
            <TableRow>
              <HeadCell>{t('plan.checks.columns.check')}</HeadCell>
              <HeadCell>{t('plan.checks.columns.outcome')}</HeadCell>
              <HeadCell align="right">
                {t('plan.checks.columns.conditions')}
              </HeadCell>
              <HeadCell align="right">
                {t('plan.checks.columns.duration')}
              </HeadCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {checks.map(check => (
              <TableRow key={check.name}>
                <TableCell>{check.title}</TableCell>
                <TableCell style={{ whiteSpace: 'nowrap' }}>
                  <ToneStatus tone={tones[check.outcome]}>
                    {t(`plan.checks.outcomes.${check.outcome}`)}
                  </ToneStatus>
                </TableCell>
                <TableCell align="right">{check.conditions}</TableCell>
                <TableCell align="right" style={{ whiteSpace: 'nowrap' }}>
                  {formatSeconds(check.seconds)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </InfoCard>
  );
};
