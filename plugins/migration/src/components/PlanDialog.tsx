/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
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
import { migrationTranslationRef } from '../translation';
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
  const { t } = useTranslationRef(migrationTranslationRef);
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
        {props.plan
          ? t('planDialog.changeTitle', { name: props.plan.name })
          : t('planDialog.createTitle')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t('planDialog.intro')}</DialogContentText>
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
        <Button onClick={close}>{t('planDialog.close')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={command.running}
          onClick={save}
        >
          {command.running
            ? t('planDialog.checking')
            : saved
            ? t('planDialog.save')
            : t('planDialog.create')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
