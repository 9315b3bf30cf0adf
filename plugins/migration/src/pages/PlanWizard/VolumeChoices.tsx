/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import {
  PlannedVolume,
  VerifyMode,
  VolumeSelection,
} from '@namespace-migration/plugin-migration-common';
import { wizardMessages } from '../../messages/wizard';
import { formatBytes } from '../../presentation/formatBytes';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';
import { Choice } from './Choice';
import { sizeReason } from './sizeReason';

type AccessMode = NonNullable<VolumeSelection['accessModes']>[number];
const accessModes: AccessMode[] = [
  'ReadWriteOnce',
  'ReadOnlyMany',
  'ReadWriteMany',
  'ReadWriteOncePod',
];
const verifyModes = Object.keys(
  wizardMessages.volumes.verifyModes,
) as VerifyMode[];

export interface VolumeChoicesProps {
  volume: PlannedVolume;
  chosen: Partial<VolumeSelection>;
  error(field: string): string | undefined;
  onChoose(change: Partial<VolumeSelection>): void;
}

/** What is seldom chosen for a claim. */
export const VolumeChoices = (props: VolumeChoicesProps) => {
  const { volume, chosen, error, onChoose } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const claim = `${volume.namespace}/${volume.claim}`;
  const id = (name: string) => `wizard-volume-${claim}-${name}`;
  const modes = chosen.accessModes ?? [];
  const size = {
    size: formatBytes(Math.max(volume.capacityBytes, volume.requestedBytes)),
    capacity: formatBytes(volume.capacityBytes),
    requested: formatBytes(volume.requestedBytes),
  };
  const flag = (name: 'shrink' | 'adopt') => (
    <FormControlLabel
      control={
        <Checkbox
          color="primary"
          checked={chosen[name] ?? false}
          onChange={(_, checked) => onChoose({ [name]: checked || undefined })}
        />
      }
      label={t(`wizard.volumes.${name}`)}
    />
  );
  return (
    <Grid container spacing={2}>
      <Grid item xs={12}>
        <Typography variant="body2" color="textSecondary">
          {volume.mountedBy.length > 0
            ? t('wizard.volumes.mountedBy', {
                pods: volume.mountedBy.join(', '),
              })
            : t('wizard.volumes.mountedByNone')}
        </Typography>
      </Grid>
      <Grid item xs={12} md={6}>
        <FormField
          id={id('target')}
          label={t('wizard.volumes.target')}
          value={chosen.targetClaim ?? ''}
          placeholder={volume.claim}
          error={error('targetClaim')}
          InputLabelProps={{ shrink: true }}
          onValue={targetClaim => onChoose({ targetClaim })}
        />
      </Grid>
      <Grid item xs={12} md={6}>
        <FormField
          id={id('size')}
          label={t('wizard.volumes.size')}
          value={chosen.size ?? ''}
          help={t(`wizard.volumes.${sizeReason(volume, chosen.size)}`, size)}
          error={error('size')}
          InputLabelProps={{ shrink: true }}
          onValue={value => onChoose({ size: value.trim() })}
        />
        {flag('shrink')}
      </Grid>
      <Grid item xs={12} md={6}>
        <Choice
          id={id('verify')}
          label={t('wizard.volumes.verify')}
          none={t('wizard.volumes.verifyDefault')}
          value={chosen.verify ?? ''}
          options={verifyModes.map(value => ({
            value,
            label: t(`wizard.volumes.verifyModes.${value}`),
          }))}
          error={error('verify')}
          onValue={value =>
            onChoose({ verify: (value || undefined) as VerifyMode })
          }
        />
      </Grid>
      <Grid item xs={12} md={6}>
        <Choice
          id={id('stage')}
          label={t('wizard.volumes.stageFrom')}
          none={t('wizard.volumes.proposed', {
            value: t('wizard.volumes.stageFroms.volume'),
          })}
          value={chosen.stageFrom ?? ''}
          options={(volume.stageSources ?? []).map(({ name, fits }) => {
            const title = t(`wizard.volumes.stageFroms.${name}`);
            return {
              value: name,
              label: fits ? title : t('wizard.volumes.notFit', { title }),
            };
          })}
          error={error('stageFrom')}
          help={
            volume.stageSources?.find(({ name }) => name === chosen.stageFrom)
              ?.reason
          }
          onValue={value =>
            onChoose({
              stageFrom: (value || undefined) as VolumeSelection['stageFrom'],
            })
          }
        />
      </Grid>
      <Grid item xs={12}>
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <FormLabel component="legend">
            {t('wizard.volumes.accessModes')}
          </FormLabel>
          <FormGroup row>
            {accessModes.map(mode => (
              <FormControlLabel
                key={mode}
                control={
                  <Checkbox
                    color="primary"
                    checked={modes.includes(mode)}
                    onChange={(_, checked) => {
                      const next = accessModes.filter(one =>
                        one === mode ? checked : modes.includes(one),
                      );
                      onChoose({
                        accessModes: next.length > 0 ? next : undefined,
                      });
                    }}
                  />
                }
                label={mode}
              />
            ))}
          </FormGroup>
          <FormHelperText error={Boolean(error('accessModes'))}>
            {error('accessModes') ??
              t('wizard.volumes.accessModesHelp', {
                modes: volume.accessModes.join(', '),
              })}
          </FormHelperText>
        </fieldset>
        {flag('adopt')}
      </Grid>
    </Grid>
  );
};
