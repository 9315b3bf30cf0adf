/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { LoadError } from '../../components/LoadError';
import { editPlanRouteRef, newPlanRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { PlanWizard } from './PlanWizard';
import { prefilledDraft } from './prefilledDraft';
import { useDraft } from './useDraft';
import { WizardLoading } from './WizardLoading';

/** The wizard for a plan that is not there yet, from a draft or with what the URL fills in. */
export const NewPlanPage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const editLink = useRouteRef(editPlanRouteRef);
  const newLink = useRouteRef(newPlanRouteRef);
  // the wizard puts the draft that it makes into the URL: that one is not to be loaded
  const [draftId] = useState(() => parameters.get('draft') ?? undefined);
  const draft = useDraft(draftId);
  const filled = useMemo(() => prefilledDraft(parameters), [parameters]);
  const initial = draftId === undefined ? filled : draft.value;

  if (!initial) {
    return draft.error ? (
      <LoadError
        title={t('wizard.draftFailed')}
        error={draft.error}
        onRetry={draft.reload}
      >
        <Link to={newLink()} reloadDocument>
          {t('wizard.startAnew')}
        </Link>
      </LoadError>
    ) : (
      <WizardLoading />
    );
  }
  return (
    <PlanWizard
      initial={initial}
      draftId={draftId}
      onSaved={({ id }) =>
        navigate(`${editLink({ planId: id })}?step=review`, { replace: true })
      }
    />
  );
};
