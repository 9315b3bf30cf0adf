/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LinkButton, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import { useClusters } from '../hooks/useClusters';
import { useWizardLinks } from '../hooks/useWizardLinks';
import { ClusterDialog } from '../pages/ClustersPage/ClusterDialog';
import { migrationTranslationRef } from '../translation';
import { FirstStep } from './FirstStep';
import { LoadError } from './LoadError';
import { NamespaceLocations } from './NamespaceLocations';
import { PlanDialog } from './PlanDialog';

export interface NoPlanProps {
  entityName: string;
  mine: EntityNamespaces;
  onCreated(): void;
}

/** What to do first: register clusters, then make a plan. */
export const NoPlan = ({ entityName, mine, onCreated }: NoPlanProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const clusters = useClusters();
  const wizard = useWizardLinks();
  const [open, setOpen] = useState<'plan' | 'cluster'>();
  const names = mine.namespaces.join(', ');
  const count = clusters.value?.length ?? 0;

  if (clusters.loading) {
    return <Progress />;
  }
  if (!clusters.value) {
    return (
      <LoadError
        title={t('planDialog.first.clustersFailed')}
        error={clusters.error!}
        onRetry={clusters.reload}
      />
    );
  }
  const register = (
    <Button
      variant={count === 0 ? 'contained' : 'outlined'}
      color="primary"
      onClick={() => setOpen('cluster')}
    >
      {t('planDialog.first.register')}
    </Button>
  );
  return (
    <>
      {count === 0 ? (
        <FirstStep
          title={t('planDialog.first.noClusters')}
          description={t('planDialog.first.noClustersDescription', {
            namespaces: names,
          })}
          action={register}
        />
      ) : (
        <FirstStep
          title={t('planDialog.first.notMoved', { namespaces: names })}
          description={t('planDialog.first.notMovedDescription')}
          action={
            <>
              {wizard ? (
                <LinkButton
                  variant="contained"
                  color="primary"
                  to={wizard.newPlan(mine)}
                >
                  {t('planDialog.first.create')}
                </LinkButton>
              ) : (
                <Button
                  variant="contained"
                  color="primary"
                  onClick={() => setOpen('plan')}
                >
                  {t('planDialog.first.create')}
                </Button>
              )}{' '}
              {count === 1 && register}
            </>
          }
        />
      )}
      {count > 0 && (
        <NamespaceLocations
          namespaces={mine.namespaces}
          clusters={clusters.value}
        />
      )}
      {open === 'plan' && (
        <PlanDialog
          clusters={clusters.value}
          entityName={entityName}
          mine={mine}
          onClose={() => setOpen(undefined)}
          onSaved={onCreated}
        />
      )}
      {open === 'cluster' && (
        <ClusterDialog
          onClose={() => setOpen(undefined)}
          onSaved={clusters.reload}
        />
      )}
    </>
  );
};
