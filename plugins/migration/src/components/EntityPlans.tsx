/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import { usePlansLink } from '../hooks/usePlansLink';
import { formatCount } from '../presentation/formatCount';
import { migrationTranslationRef } from '../translation';
import { EntityNamespacesCard } from './EntityNamespacesCard';
import { PlanView } from './PlanView';

export interface EntityPlansProps {
  /** At least one. */
  plans: Plan[];
  /** More than those when there are very many. */
  totalItems: number;
  entityName: string;
  mine: EntityNamespaces;
  /** A plan was made or deleted. */
  onChanged(): void;
}

/** The newest plan, or the one that was chosen when there are more. */
export const EntityPlans = (props: EntityPlansProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { plans, totalItems, mine } = props;
  const plansLink = usePlansLink();
  const [chosen, setChosen] = useState<string>();
  const shown = plans.find(({ id }) => id === chosen) ?? plans[0];
  return (
    <>
      {plans.length > 1 && (
        <Box mb={2}>
          <TextField
            id="plan"
            select
            size="small"
            variant="outlined"
            label={t('entity.choosePlan')}
            value={shown.id}
            onChange={event => setChosen(event.target.value)}
          >
            {plans.map(plan => (
              <MenuItem
                key={plan.id}
                value={plan.id}
                style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
              >
                {t('entity.planChoice', {
                  name: plan.name,
                  source: plan.source,
                  destination: plan.destination,
                })}
              </MenuItem>
            ))}
          </TextField>
          {totalItems > plans.length && (
            <Typography variant="body2">
              {t('entity.newest', {
                shown: formatCount(plans.length),
                all: formatCount(totalItems),
              })}{' '}
              {plansLink && (
                <Link to={plansLink(mine.entityRef)}>{t('overview.all')}</Link>
              )}
            </Typography>
          )}
        </Box>
      )}
      <PlanView
        key={shown.id}
        planId={shown.id}
        entityName={props.entityName}
        mine={mine}
        onDeleted={props.onChanged}
      />
      <Box mt={3}>
        <EntityNamespacesCard namespaces={mine.namespaces} plans={plans} />
      </Box>
    </>
  );
};
