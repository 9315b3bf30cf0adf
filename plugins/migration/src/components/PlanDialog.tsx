/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { Cluster, Plan } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { useCommand } from '../hooks/useCommand';
import { EntityNamespaces } from '../hooks/useEntityNamespaces';
import {
  fieldErrorsOf,
  fieldErrorsOfConditions,
} from '../presentation/fieldErrors';
import {
  planFields,
  planInputOf,
  planValuesOf,
} from '../presentation/planForm';
import { InlineError } from './InlineError';
import { PlanFields } from './PlanFields';

export interface PlanDialogProps {
  clusters: Cluster[];
  entityName: string;
  mine: EntityNamespaces;
  /** The plan to change; a new one without. */
  plan?: Plan;
  onClose(): void;
  /** It was created or changed. */
  onSaved(plan: Plan): void;
}

/** Creates or changes a plan. What the API finds wrong with a field is shown at that field, and the dialog stays. */
export const PlanDialog = (props: PlanDialogProps) => {
  const { clusters, entityName, mine, onClose, onSaved } = props;
  const api = useApi(migrationApiRef);
  const command = useCommand();
  const [saved, setSaved] = useState(props.plan);
  const [values, setValues] = useState(() =>
    planValuesOf({ plan: props.plan, clusters, entityName, ...mine }),
  );
  const known = planFields(values);
  const errors = {
    ...fieldErrorsOfConditions(saved?.conditions ?? [], known),
    ...(command.error && fieldErrorsOf(command.error, known)),
  };

  const save = async () => {
    const input = planInputOf(values, mine.entityRef, saved);
    const succeeded = await command.run(async () => {
      const plan = saved
        ? await api.updatePlan(saved.id, input)
        : await api.createPlan(input);
      setSaved(plan);
      const open = fieldErrorsOfConditions(plan.conditions, known);
      if (Object.keys(open).length === 0) {
        onSaved(plan);
        onClose();
      }
    });
    return succeeded;
  };
  // a plan that was kept with findings is there, whether they are settled now or later
  const close = () => {
    if (saved && saved !== props.plan) {
      onSaved(saved);
    }
    onClose();
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm">
      <DialogTitle>
        {props.plan ? `Change plan ${props.plan.name}` : 'Create plan'}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>
          A plan only reads: it finds the volumes and tells what would stop a
          migration. Nothing is moved before you stage or cut over.
        </DialogContentText>
        <PlanFields
          values={values}
          clusters={clusters}
          errors={errors}
          onChange={next => {
            command.clear();
            setValues(next);
          }}
        />
        {errors[''] && <InlineError message={errors['']} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Close</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={command.running}
          onClick={save}
        >
          {command.running ? 'Checking…' : saved ? 'Save plan' : 'Create plan'}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
