/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LinkButton, Progress } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import { useClusters } from '../hooks/useClusters';
import { useWizardLinks } from '../hooks/useWizardLinks';
import { ClusterDialog } from '../pages/ClustersPage/ClusterDialog';
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
        title="The clusters could not be loaded"
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
      Register cluster
    </Button>
  );
  return (
    <>
      {count === 0 ? (
        <FirstStep
          title="No clusters are registered"
          description={`To move ${names}, register the cluster where it runs and the one it shall move to. A kubeconfig with the rights in docs/security.md is all that is needed; nothing is installed on a cluster.`}
          action={register}
        />
      ) : (
        <FirstStep
          title={`${names} is not being moved`}
          description="Create a plan: it says from which cluster to which, finds the volumes, and tells what would stop a migration. Creating it changes nothing on any cluster."
          action={
            <>
              {wizard ? (
                <LinkButton
                  variant="contained"
                  color="primary"
                  to={wizard.newPlan(mine)}
                >
                  Create plan
                </LinkButton>
              ) : (
                <Button
                  variant="contained"
                  color="primary"
                  onClick={() => setOpen('plan')}
                >
                  Create plan
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
