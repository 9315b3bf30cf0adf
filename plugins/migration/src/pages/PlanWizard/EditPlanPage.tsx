/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useCallback, useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { migrationApiRef } from '../../api/migrationApiRef';
import { LoadError } from '../../components/LoadError';
import { usePolled } from '../../hooks/usePolled';
import { rootRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { draftOf, inputOfPlan } from './planDraft';
import { PlanWizard } from './PlanWizard';
import { useDraft } from './useDraft';
import { WizardLoading } from './WizardLoading';

/** The wizard for a plan that is there, from the plan or from a draft of changes to it. */
export const EditPlanPage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const planId = useParams().planId ?? '';
  const plans = `${useRouteRef(rootRouteRef)()}/plans`;
  const [parameters] = useSearchParams();
  const api = useApi(migrationApiRef);
  const [draftId] = useState(() => parameters.get('draft') ?? undefined);
  const load = useCallback(() => api.getPlan(planId), [api, planId]);
  // once: what is typed is not to be overwritten
  const loaded = usePolled(load, () => undefined);
  const draft = useDraft(draftId);
  const [saved, setSaved] = useState<Plan>();
  const plan = saved ?? loaded.value;

  const error = loaded.error ?? draft.error;
  if (error) {
    return (
      <LoadError
        title={loaded.error ? t('wizard.planFailed') : t('wizard.draftFailed')}
        error={error}
        onRetry={() => {
          loaded.reload();
          draft.reload();
        }}
      >
        <Link to={plans}>{t('plan.back')}</Link>
      </LoadError>
    );
  }
  if (!plan || draft.value === undefined) {
    return <WizardLoading />;
  }
  return (
    <PlanWizard
      key={planId}
      plan={plan}
      initial={draft.value ?? draftOf(inputOfPlan(plan))}
      draftId={draftId}
      onSaved={setSaved}
    />
  );
};
