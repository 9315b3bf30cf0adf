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
  try {
    const newLink = useRouteRef(newPlanRouteRef);
    const editLink = useRouteRef(editPlanRouteRef);
    return {
      newPlan: ({ entityRef, namespaces }) =>
        `${newLink()}?${new URLSearchParams({
          entityRef,
          namespaces: namespaces.join(','),
        })}`,
      editPlan: planId => editLink({ planId }),
    };
  } catch {
    // the first one throws last, after all hooks that it uses, and in such an app it always throws
    return undefined;
  }
}
