/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Link, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { NAMESPACES_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import { Fragment } from 'react';
import { useEntityNamespaces } from '../hooks/useEntityNamespaces';
import { useEntityPlans } from '../hooks/useEntityPlans';
import { usePlansLink } from '../hooks/usePlansLink';
import { useWizardLinks } from '../hooks/useWizardLinks';
import { formatCount } from '../presentation/formatCount';
import { migrationTranslationRef } from '../translation';
import { LoadError } from './LoadError';
import { PlanSummary } from './PlanSummary';

const shown = 3;

/** On an entity's overview: where its namespaces live and how far their plans are. */
export const EntityMigrationCard = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const mine = useEntityNamespaces();
  const plans = useEntityPlans(mine);
  const plansLink = usePlansLink();
  const wizard = useWizardLinks();
  if (mine.namespaces.length === 0) {
    return <MissingAnnotationEmptyState annotation={NAMESPACES_ANNOTATION} />;
  }
  const { plans: found, totalItems } = plans.value ?? {
    plans: [],
    totalItems: 0,
  };
  return (
    <InfoCard title={t('overview.title')} variant="gridItem">
      {plans.loading && <Progress />}
      {plans.error && !plans.value && (
        <LoadError
          title={t('overview.loadError')}
          error={plans.error}
          onRetry={plans.reload}
        />
      )}
      {plans.value?.plans.length === 0 && (
        <>
          <Typography variant="body2">
            {t('overview.noPlan', { namespaces: mine.namespaces.join(', ') })}
          </Typography>
          {wizard && (
            <Link to={wizard.newPlan(mine)}>{t('overview.create')}</Link>
          )}
        </>
      )}
      {found.slice(0, shown).map((plan, index) => (
        <Fragment key={plan.id}>
          {index > 0 && <Divider />}
          <PlanSummary plan={plan} />
        </Fragment>
      ))}
      {totalItems > shown && (
        <Typography variant="caption" color="textSecondary">
          {t('overview.others', { number: formatCount(totalItems - shown) })}{' '}
          {plansLink && (
            <Link to={plansLink(mine.entityRef)}>{t('overview.all')}</Link>
          )}
        </Typography>
      )}
    </InfoCard>
  );
};
