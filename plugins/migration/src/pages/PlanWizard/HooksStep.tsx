/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { PlanHook } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { LoadError } from '../../components/LoadError';
import { usePolled } from '../../hooks/usePolled';
import { migrationTranslationRef } from '../../translation';
import { HookFields } from './HookFields';
import { StepProps } from './StepProps';

/** Which registered hooks run, when, where and in which order. */
export const HooksStep = (props: StepProps) => {
  const { draft, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const load = useCallback(() => api.listHooks(), [api]);
  const { value, error, loading, reload } = usePolled(load, () => undefined);
  const set = (hooks: PlanHook[]) => onChange({ hooks });
  const swap = (index: number, other: number) => {
    const hooks = [...draft.hooks];
    [hooks[index], hooks[other]] = [hooks[other], hooks[index]];
    set(hooks);
  };
  return (
    <>
      <Typography gutterBottom>{t('wizard.hooks.about')}</Typography>
      {loading && <Progress />}
      {error && (
        <LoadError
          title={t('wizard.hooks.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {value?.length === 0 && (
        <Typography gutterBottom>{t('wizard.hooks.none')}</Typography>
      )}
      {draft.hooks.length === 0 && (
        <Typography color="textSecondary">{t('wizard.hooks.empty')}</Typography>
      )}
      {draft.hooks.map((hook, index) => (
        <HookFields
          // they have no names of their own: the same hook may run twice
          key={index}
          {...props}
          index={index}
          hook={hook}
          registered={value ?? []}
          last={index === draft.hooks.length - 1}
          onHook={changed =>
            set(draft.hooks.map((one, at) => (at === index ? changed : one)))
          }
          onMove={by => swap(index, index + by)}
          onRemove={() => set(draft.hooks.filter((_, at) => at !== index))}
        />
      ))}
      {value && value.length > 0 && (
        <Box mt={2}>
          <Button
            variant="outlined"
            color="primary"
            onClick={() =>
              set([...draft.hooks, { hook: value[0].name, phase: 'PreBackup' }])
            }
          >
            {t('wizard.hooks.add')}
          </Button>
        </Box>
      )}
    </>
  );
};
