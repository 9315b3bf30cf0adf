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
import { Plan } from '@namespace-migration/plugin-migration-common';
import { planMessages } from '../../messages/plan';
import { DEFAULT_SERVICE_ACCOUNT } from '../../presentation/defaultServiceAccount';
import { phaseName } from '../../presentation/phaseName';
import { migrationTranslationRef } from '../../translation';

const columns = Object.keys(planMessages.hooks.columns) as Array<
  keyof typeof planMessages.hooks.columns
>;

/** The hooks that the plan runs, in its order. */
export const PlanHooksCard = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const hooks = plan.hooks ?? [];
  return (
    <InfoCard title={t('plan.hooks.title')}>
      {hooks.length === 0 ? (
        <Typography>{t('plan.hooks.none')}</Typography>
      ) : (
        <Table size="small" aria-label={t('plan.hooks.title')}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell key={column}>
                  {t(`plan.hooks.columns.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {hooks.map((hook, index) => (
              <TableRow key={`${index} ${hook.hook}`}>
                <TableCell>{hook.hook}</TableCell>
                <TableCell>{phaseName(hook.phase, t)}</TableCell>
                <TableCell>
                  {hook.cluster
                    ? plan[hook.cluster]
                    : t('plan.hooks.defaultCluster')}
                </TableCell>
                <TableCell>
                  {hook.namespace ?? plan.namespaces[0]?.source}
                </TableCell>
                <TableCell>
                  {hook.serviceAccount ?? DEFAULT_SERVICE_ACCOUNT}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </InfoCard>
  );
};
