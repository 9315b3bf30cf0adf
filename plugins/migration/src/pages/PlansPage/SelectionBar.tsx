/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Selection } from '../../hooks/useSelection';
import { WaveForm } from '../../presentation/waveForm';
import { waveRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { WaveDialog } from './WaveDialog';

/** What can be done with the selected plans together; it is always there, so that a first tick moves nothing. */
export const SelectionBar = ({ selection }: { selection: Selection<Plan> }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const waveLink = useRouteRef(waveRouteRef);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<WaveForm['type']>();
  const amount = selection.items.length;
  return (
    <Box
      role="group"
      aria-label={t('waves.selection.label')}
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      gridGap={8}
      mb={1}
      minHeight={36}
    >
      <Typography
        variant="body2"
        color={amount > 0 ? 'textPrimary' : 'textSecondary'}
        aria-live="polite"
      >
        {amount > 0
          ? t('waves.selection.some', { amount: String(amount) })
          : t('waves.selection.none')}
      </Typography>
      {amount > 0 && (
        <>
          <Button
            size="small"
            variant="outlined"
            color="primary"
            onClick={() => setAsked('stage')}
          >
            {t('waves.selection.stage')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            color="primary"
            onClick={() => setAsked('cutover')}
          >
            {t('waves.selection.cutover')}
          </Button>
          <Button size="small" onClick={selection.clear}>
            {t('waves.selection.clear')}
          </Button>
        </>
      )}
      {asked && amount > 0 && (
        <WaveDialog
          type={asked}
          plans={selection.items}
          onClose={() => setAsked(undefined)}
          onStarted={waveId => {
            selection.clear();
            navigate(waveLink({ waveId }));
          }}
        />
      )}
    </Box>
  );
};
