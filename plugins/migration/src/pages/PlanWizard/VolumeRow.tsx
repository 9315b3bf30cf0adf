/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import {
  PlannedVolume,
  VolumeSelection,
} from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { formatBytes } from '../../presentation/formatBytes';
import { migrationTranslationRef } from '../../translation';
import { CellChoice } from './CellChoice';
import { changeVolume } from './draftChanges';
import { StepProps } from './StepProps';
import { VolumeChoices } from './VolumeChoices';

const actions = ['copy', 'move', 'skip'] as const;

export interface VolumeRowProps extends StepProps {
  volume: PlannedVolume;
}

/** A claim with what is chosen most often, and the rest below it on demand. */
export const VolumeRow = (props: VolumeRowProps) => {
  const { volume, draft, clusters, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const [open, setOpen] = useState(false);
  const claim = `${volume.namespace}/${volume.claim}`;
  const index = draft.volumes.findIndex(
    chosen =>
      chosen.namespace === volume.namespace && chosen.claim === volume.claim,
  );
  const chosen: Partial<VolumeSelection> = draft.volumes[index] ?? {};
  const error = (field: string) => errors[`volumes[${index}].${field}`];
  const choose = (change: Partial<VolumeSelection>) =>
    onChange(changeVolume(draft, volume, change));
  const proposed = (value?: string) =>
    value
      ? t('wizard.volumes.proposed', { value })
      : t('wizard.volumes.proposedNone');
  // what was found counts earlier choices: of those nothing is known to be proposed
  const unless = (given: unknown, value?: string) =>
    proposed(given === undefined ? value : undefined);
  const chosenOnly = (draft.type ?? 'full') !== 'full';
  const action = chosen.action ?? (chosenOnly ? 'skip' : 'copy');
  const classes =
    clusters.find(({ name }) => name === draft.destination)?.status
      .storageClasses ?? [];
  const stays = action === 'skip';
  return (
    <>
      <TableRow>
        <TableCell style={{ overflowWrap: 'anywhere', minWidth: 140 }}>
          {volume.claim}
          <Typography variant="caption" color="textSecondary" component="div">
            {volume.namespace}
          </Typography>
          {error('claim') && (
            <Typography variant="caption" color="error" component="div">
              {error('claim')}
            </Typography>
          )}
        </TableCell>
        <TableCell style={{ whiteSpace: 'nowrap' }}>
          {formatBytes(volume.capacityBytes)}
        </TableCell>
        <TableCell>
          <CellChoice
            label={t('wizard.volumes.actionOf', { claim })}
            none={proposed(
              t(`wizard.volumes.actions.${chosenOnly ? 'skip' : 'copy'}`),
            )}
            value={chosen.action ?? ''}
            options={actions.map(value => ({
              value,
              label: t(`wizard.volumes.actions.${value}`),
            }))}
            error={error('action')}
            onValue={value =>
              choose({
                action: (value || undefined) as VolumeSelection['action'],
                // a method is of one action
                copyMethod: undefined,
              })
            }
          />
        </TableCell>
        <TableCell>
          <CellChoice
            label={t('wizard.volumes.methodOf', { claim })}
            disabled={stays}
            none={unless(
              chosen.copyMethod ?? chosen.action,
              volume.copyMethods.find(({ name }) => name === volume.copyMethod)
                ?.title,
            )}
            value={chosen.copyMethod ?? ''}
            options={volume.copyMethods
              .filter(method => method.action === action)
              .map(({ name, title, fits }) => ({
                value: name,
                label: fits ? title : t('wizard.volumes.notFit', { title }),
              }))}
            error={
              error('copyMethod') ??
              volume.copyMethods.find(
                ({ name, fits }) => name === chosen.copyMethod && !fits,
              )?.reason
            }
            onValue={copyMethod => choose({ copyMethod })}
          />
        </TableCell>
        <TableCell>
          <CellChoice
            label={t('wizard.volumes.classOf', { claim })}
            disabled={action !== 'copy'}
            none={unless(chosen.storageClass, volume.target.storageClass)}
            value={chosen.storageClass ?? ''}
            options={classes.map(({ name }) => ({ value: name, label: name }))}
            error={error('storageClass')}
            onValue={storageClass => choose({ storageClass })}
          />
        </TableCell>
        <TableCell>
          <IconButton
            size="small"
            aria-label={t('wizard.volumes.choices', { claim })}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? <ExpandLess /> : <ExpandMore />}
          </IconButton>
        </TableCell>
      </TableRow>
      {open && (
        <TableRow>
          <TableCell colSpan={6}>
            <VolumeChoices
              volume={volume}
              chosen={chosen}
              error={error}
              onChoose={choose}
            />
          </TableCell>
        </TableRow>
      )}
    </>
  );
};
