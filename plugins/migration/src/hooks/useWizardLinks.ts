/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useRouteRef } from '@backstage/core-plugin-api';
import { editPlanRouteRef, newPlanRouteRef } from '../routes';
import { EntityNamespaces } from './useEntityNamespaces';

export interface WizardLinks {
  /** To the wizard, filled in for the entity. */
  newPlan(mine: EntityNamespaces): string;
  editPlan(planId: string): string;
}

/** The plan wizard; undefined in an app that has not mounted the pages. */
export function useWizardLinks(): WizardLinks | undefined {
  const newLink = useNewPlanLink();
  const editLink = useEditPlanLink();
  return (
    newLink &&
    editLink && {
      newPlan: ({ entityRef, namespaces }) =>
        `${newLink()}?${new URLSearchParams({
          entityRef,
          namespaces: namespaces.join(','),
        })}`,
      editPlan: planId => editLink({ planId }),
    }
  );
}

function useNewPlanLink() {
  try {
    return useRouteRef(newPlanRouteRef);
  } catch {
    // it throws last, after all hooks that it uses
    return undefined;
  }
}

function useEditPlanLink() {
  try {
    return useRouteRef(editPlanRouteRef);
  } catch {
    return undefined;
  }
}
