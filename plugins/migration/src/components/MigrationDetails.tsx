/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { migrationTranslationRef } from '../translation';
import { PhaseList } from './PhaseList';
import { VolumeProgressList } from './VolumeProgressList';

export interface MigrationDetailsProps {
  migration: Migration;
  now: number;
  /** From the start, also after a good end. */
  open?: boolean;
}

/** Phases and volumes: open while they matter, folded away after a good end. */
export const MigrationDetails = (props: MigrationDetailsProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { migration, now } = props;
  const [chosen, setChosen] = useState<boolean>();
  const { phases, volumes } = migration;
  const good = migration.state === 'Completed';
  const open = chosen ?? (props.open || !good);
  return (
    <>
      {migration.endedAt && (
        <Button
          size="small"
          color="primary"
          aria-expanded={open}
          onClick={() => setChosen(!open)}
        >
          {open ? t('run.hideDetails') : t('run.showDetails')}
        </Button>
      )}
      {open && (
        <Grid container spacing={4}>
          <Grid item xs={12} md={volumes.length > 0 ? 6 : 12}>
            <PhaseList phases={phases} now={now} />
          </Grid>
          {volumes.length > 0 && (
            <Grid item xs={12} md={6}>
              <VolumeProgressList
                volumes={volumes}
                ended={migration.endedAt !== undefined}
              />
            </Grid>
          )}
        </Grid>
      )}
    </>
  );
};
