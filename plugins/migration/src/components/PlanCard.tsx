/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import { planStatus } from '../presentation/planStatus';
import { migrationTranslationRef } from '../translation';
import { LocationPicture } from './LocationPicture';
import { PlanActions } from './PlanActions';
import { PlanMenu } from './PlanMenu';
import { ToneStatus } from './ToneStatus';

export interface PlanCardProps {
  plan: Plan;
  entityName: string;
  mine: EntityNamespaces;
  onChanged(): void;
  onDeleted(): void;
}

/** Where the application lives, what its migration's state is, and what can be done. */
export const PlanCard = (props: PlanCardProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { plan } = props;
  const status = planStatus(plan, t);
  return (
    <InfoCard
      title={
        <Box display="flex" alignItems="center" gridGap={16}>
          <span style={{ overflowWrap: 'anywhere' }}>{plan.name}</span>
          <Typography component="span" variant="subtitle1">
            <ToneStatus tone={status.tone}>{status.label}</ToneStatus>
          </Typography>
        </Box>
      }
      action={
        <Box pt={1}>
          <PlanMenu {...props} />
        </Box>
      }
    >
      <LocationPicture plan={plan} />
      <Box
        mt={3}
        display="flex"
        flexWrap="wrap"
        justifyContent="space-between"
        alignItems="center"
        gridGap={16}
      >
        <Typography
          variant="body1"
          aria-live="polite"
          style={{ overflowWrap: 'anywhere' }}
        >
          {status.next}
        </Typography>
        <PlanActions plan={plan} onChanged={props.onChanged} />
      </Box>
    </InfoCard>
  );
};
