/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DraftSummary } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { InlineError } from '../../components/InlineError';
import { useCommand } from '../../hooks/useCommand';
import { Polled } from '../../hooks/usePolled';
import { errorMessage } from '../../presentation/errorMessage';
import { formatTime } from '../../presentation/formatTime';
import { editPlanRouteRef, newPlanRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { readStep } from '../PlanWizard/steps';

const shownAtFirst = 3;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  draft: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(2),
  },
  name: { overflowWrap: 'anywhere' },
}));

/** Plans that the viewer has begun: to go on with, or to delete. Nothing when there are none. */
export const DraftsList = ({ drafts }: { drafts: Polled<DraftSummary[]> }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const api = useApi(migrationApiRef);
  const newLink = useRouteRef(newPlanRouteRef);
  const editLink = useRouteRef(editPlanRouteRef);
  const command = useCommand();
  const [all, setAll] = useState(false);
  const items = drafts.value ?? [];
  const remove = async (id: string) => {
    await command.run(() => api.deleteDraft(id));
    drafts.reload();
  };
  const linkTo = ({ id, planId, step }: DraftSummary) =>
    `${planId ? editLink({ planId }) : newLink()}?${new URLSearchParams({
      draft: id,
      step: readStep(step),
    })}`;

  if (drafts.error) {
    return (
      <InlineError
        message={t('wizard.drafts.loadFailed', {
          error: errorMessage(drafts.error),
        })}
      />
    );
  }
  if (items.length === 0) {
    return null;
  }
  return (
    <Box component="section" mb={2} aria-label={t('wizard.drafts.about')}>
      <Typography variant="subtitle1" component="h3">
        {t('wizard.drafts.title')}
      </Typography>
      {command.error && (
        <InlineError
          message={t('wizard.drafts.removeFailed', {
            error: errorMessage(command.error),
          })}
        />
      )}
      <ul className={classes.list}>
        {items.slice(0, all ? undefined : shownAtFirst).map(draft => {
          const name = draft.name ?? t('wizard.drafts.unnamed');
          return (
            <li key={draft.id} className={classes.draft}>
              <Link
                to={linkTo(draft)}
                className={classes.name}
                aria-label={t('wizard.drafts.resumeOf', { name })}
              >
                {name}
              </Link>
              <Typography variant="body2" color="textSecondary">
                {draft.planId && `${t('wizard.drafts.ofPlan')}, `}
                {t('wizard.drafts.changedAt', {
                  time: formatTime(draft.updatedAt),
                  step: t(`wizard.steps.${readStep(draft.step)}`),
                })}
              </Typography>
              <Button
                size="small"
                disabled={command.running}
                aria-label={t('wizard.drafts.removeOf', { name })}
                onClick={() => remove(draft.id)}
              >
                {t('wizard.drafts.remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      {!all && items.length > shownAtFirst && (
        <Button size="small" color="primary" onClick={() => setAll(true)}>
          {t('wizard.drafts.more', { amount: String(items.length) })}
        </Button>
      )}
    </Box>
  );
};
